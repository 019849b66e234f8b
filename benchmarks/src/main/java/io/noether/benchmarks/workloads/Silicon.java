package io.noether.benchmarks.workloads;

import io.noether.core.Cell;
import io.noether.core.Labels;
import io.noether.core.Structure;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Diamond silicon, periodic, every atom displaced at random by 0.05 Å along each axis: crystals of any size. */
public final class Silicon {
  /** The atomic number of silicon. */
  public static final int ATOMIC_NUMBER = 14;

  private static final double LATTICE_CONSTANT = 5.43; // Å
  private static final double DISPLACEMENT = 0.05; // Å
  private static final double[][] SITES = {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}, {.25, .25, .25},
      {.25, .75, .75}, {.75, .25, .75}, {.75, .75, .25}};

  private Silicon() {}

  /** How many conventional cells a cube of about so many atoms has along each side, at least 1. */
  public static int cellsFor(double atoms) {
    return (int) Math.max(1, Math.round(Math.cbrt(atoms / SITES.length)));
  }

  /** How many atoms {@link #cube} has. */
  public static int atoms(int cells) {
    return Math.multiplyExact(SITES.length * cells, Math.multiplyExact(cells, cells));
  }

  /** A cube of cells³ conventional cells, 8·cells³ atoms; the same each time. */
  public static Structure cube(int cells) {
    double[] positions = new double[Math.multiplyExact(3, atoms(cells))];
    var random = new SplittableRandom(1);
    int k = 0;
    for (int copy = 0; copy < cells * cells * cells; copy++) {
      int[] at = {copy / (cells * cells), copy / cells % cells, copy % cells};
      for (double[] site : SITES) {
        for (int axis = 0; axis < 3; axis++) {
          positions[k++] = (at[axis] + site[axis]) * LATTICE_CONSTANT + DISPLACEMENT * random.nextGaussian();
        }
      }
    }
    int[] species = new int[positions.length / 3];
    Arrays.fill(species, ATOMIC_NUMBER);
    double length = cells * LATTICE_CONSTANT;
    return Structure.of(species, positions, Cell.box(length, length, length));
  }

  /** Crystals with energies and forces of a formula, to have something to train on. */
  public static Structure labelledCube(int cells) {
    Structure cube = cube(cells);
    var random = new SplittableRandom(2);
    double[] forces = new double[3 * cube.size()];
    Arrays.setAll(forces, _ -> random.nextGaussian());
    return cube.withLabels(Labels.NONE.withEnergy(-5.0 * cube.size()).withForces(forces));
  }
}
