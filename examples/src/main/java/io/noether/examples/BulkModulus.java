package io.noether.examples;

import io.noether.core.Cell;
import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Structure;
import io.noether.core.Units;
import io.noether.core.io.StructureReader;
import io.noether.dynamics.relax.CellRelaxation;
import io.noether.dynamics.relax.Relaxation;
import io.noether.nn.files.ModelFile;
import java.nio.file.Path;

/**
 * Relaxes a crystal, its cell included, and takes its bulk modulus V d²E/dV² from energies of the cell made larger and
 * smaller.
 *
 * <p>Run: {@code BulkModulus MODEL.safetensors CRYSTAL.xyz}, for example with an imported universal potential.
 */
public final class BulkModulus {
  /** Of lengths; small enough for the fourth derivative not to matter, large enough for rounding. */
  private static final double STRAIN = 0.01;

  private BulkModulus() {}

  /** Prints volume and bulk modulus. */
  public static void main(String[] arguments) {
    if (arguments.length != 2) {
      System.err.println("usage: BulkModulus MODEL.safetensors CRYSTAL.xyz");
      System.exit(2);
    }
    try {
      Potential potential = ModelFile.load(Path.of(arguments[0]));
      Structure relaxed = relaxed(potential, StructureReader.read(Path.of(arguments[1])).getFirst());
      System.out.printf("volume %.3f Å³ per atom, bulk modulus %.1f GPa%n",
          relaxed.cell().volume() / relaxed.size(), of(potential, relaxed) * Units.GPA_PER_EV_A3);
    } catch (InputException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** The crystal at rest and without stress. */
  static Structure relaxed(Potential potential, Structure crystal) {
    return Relaxation.DEFAULT.withCell(CellRelaxation.FREE).run(potential, crystal, _ -> {}).last().structure();
  }

  /**
   * V d²E/dV² in eV/Å³ from five volumes about that of a relaxed crystal, atoms moving with the cell: right where
   * symmetry holds them in place, as in diamond.
   */
  static double of(Potential potential, Structure relaxed) {
    double[] energies = new double[5];
    for (int k = 0; k < energies.length; k++) {
      energies[k] = potential.predict(scaled(relaxed, 1 + (k - 2) * STRAIN)).energy();
    }
    // d²E/dε² of a strain ε of all lengths, to fourth order; at rest it is 9 V² d²E/dV²
    double second = (-energies[0] + 16 * energies[1] - 30 * energies[2] + 16 * energies[3] - energies[4])
        / (12 * STRAIN * STRAIN);
    return second / (9 * relaxed.cell().volume());
  }

  private static Structure scaled(Structure crystal, double factor) {
    double[] basis = new double[9];
    for (int k = 0; k < 9; k++) {
      basis[k] = factor * crystal.cell().basis(k / 3, k % 3);
    }
    double[] positions = crystal.positions();
    for (int k = 0; k < positions.length; k++) {
      positions[k] *= factor;
    }
    return crystal.withPositions(positions).withCell(Cell.of(basis, crystal.periodicity()));
  }
}
