package io.noether.app.console;

import io.noether.core.io.LabelKeys;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for the names that labels have in a data file. */
public final class LabelOptions {
  @Option(names = "--energy-key", paramLabel = "NAME",
      description = "key of the energy in the data, eV (default: looked up)")
  private Optional<String> energy = Optional.empty();

  @Option(names = "--forces-key", paramLabel = "NAME", description = "column of the forces, eV/Å (default: looked up)")
  private Optional<String> forces = Optional.empty();

  @Option(names = "--stress-key", paramLabel = "NAME",
      description = "key of the stress, eV/Å³, or of a virial, eV (default: looked up)")
  private Optional<String> stress = Optional.empty();

  /** The names that were given. */
  public LabelKeys keys() {
    return new LabelKeys(energy, forces, stress);
  }

  /** Says what each label is called in a file, for people. */
  public static String describe(LabelKeys found) {
    return label("energy", found.energy()) + ", " + label("forces", found.forces()) + ", "
        + label("stress", found.stress());
  }

  private static String label(String what, Optional<String> key) {
    return key.map(name -> name.equals(what) ? what : what + " (" + name + ")").orElse("no " + what);
  }
}
