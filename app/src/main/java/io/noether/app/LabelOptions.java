package io.noether.app;

import io.noether.core.io.LabelKeys;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Under which names the data have their labels. */
final class LabelOptions {
  @Option(names = "--energy-key", paramLabel = "NAME",
      description = "key of the energy in the data, eV (default: looked up)")
  private Optional<String> energy = Optional.empty();

  @Option(names = "--forces-key", paramLabel = "NAME", description = "column of the forces, eV/Å (default: looked up)")
  private Optional<String> forces = Optional.empty();

  @Option(names = "--stress-key", paramLabel = "NAME",
      description = "key of the stress, eV/Å³, or of a virial, eV (default: looked up)")
  private Optional<String> stress = Optional.empty();

  LabelKeys keys() {
    return new LabelKeys(energy, forces, stress);
  }
}
