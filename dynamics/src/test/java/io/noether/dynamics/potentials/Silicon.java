package io.noether.dynamics.potentials;

import io.noether.core.Cell;
import io.noether.core.Structure;
import java.util.Arrays;
import java.util.Random;

/** Silicon in the structure of diamond. */
public final class Silicon {
  /** Lattice constant of {@link StillingerWeber}, Å: F. H. Stillinger and T. A. Weber give 2.3517 Å for a bond. */
  public static final double LATTICE = 5.4309;

  private static final double[] PLACES = {0, 0, 0, .25, .25, .25, .5, .5, 0, .75, .75, .25, .5, 0, .5, .75, .25, .75, 0,
      .5, .5, .25, .75, .75};

  private Silicon() {}

  /** n³ cubic cells of 8 atoms. */
  public static Structure crystal(int n, double lattice) {
    int[] numbers = new int[8];
    Arrays.fill(numbers, 14);
    double[] positions = Arrays.stream(PLACES).map(f -> f * lattice).toArray();
    return Structure.of(numbers, positions, Cell.box(lattice, lattice, lattice)).supercell(n, n, n);
  }

  /** The same with every coordinate changed at random, normally distributed. */
  public static Structure rattled(Structure structure, double width, long seed) {
    var random = new Random(seed);
    double[] positions = structure.positions();
    for (int k = 0; k < positions.length; k++) {
      positions[k] += width * random.nextGaussian();
    }
    return structure.withPositions(positions);
  }
}
