package io.noether.examples;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.HessianPotential;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.io.StructureReader;
import io.noether.dynamics.relax.Relaxation;
import io.noether.dynamics.vibrations.Mode;
import io.noether.dynamics.vibrations.Vibrations;
import io.noether.nn.files.ModelFile;
import java.nio.file.Path;

/**
 * Relaxes a molecule and prints its vibrations, from second derivatives of the network.
 *
 * <p>Run: {@code Frequencies MODEL.safetensors MOLECULE.xyz}, for example of ethanol.
 */
public final class Frequencies {
  private Frequencies() {}

  /** Prints wavenumbers and the zero-point energy. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: Frequencies MODEL.safetensors MOLECULE.xyz");
      System.exit(2);
    }
    try {
      HessianPotential potential = ModelFile.read(Path.of(arguments[0])).potential(Precision.FLOAT64, Workers.CALLER);
      Vibrations found = of(potential, StructureReader.read(Path.of(arguments[1])).getFirst());
      found.modes().stream().filter(mode -> !mode.rigid()).mapToDouble(Mode::wavenumber)
          .forEach(w -> System.out.printf("%8.1f cm⁻¹%n", w));
      System.out.printf("zero-point energy %.4f eV%n", found.zeroPointEnergy());
    } catch (InputException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** The vibrations of the nearest minimum. */
  static Vibrations of(HessianPotential potential, Structure molecule) {
    var relaxed = Relaxation.DEFAULT.withMaxForce(1e-5).run(potential, molecule, _ -> {});
    return Vibrations.of(potential, relaxed.last().structure());
  }
}
