package io.noether.core.neighbours;

import io.noether.core.Structure;
import java.util.Arrays;

/**
 * Orders atoms along a Hilbert curve through cubes, so that atoms near each other in space are mostly near each other in
 * memory too. Large structures run faster in this order than in a random one, because what an atom's neighbours need is
 * then in a cache.
 */
public final class SpatialOrder {
  /** At most 1024 cubes along an axis, so that a cube's place on the curve and an atom fit into 61 bits. */
  private static final int MOST_LEVELS = 10;

  private SpatialOrder() {}

  /**
   * The order of a structure's atoms along the curve: which atom is in each place, as {@link Structure#permuted(int[])}
   * takes it. Atoms of one cube keep their order. Where the structure repeats, atoms are first moved by whole lattice
   * vectors into a rectangular box of the cell's volume.
   *
   * @param cellSize side of the cubes, Å, positive: about half the cutoff to the cutoff. Made larger, the same for all
   *     axes, where the atoms fill more than 1024 cubes along one.
   */
  public static int[] of(Structure structure, double cellSize) {
    if (!(cellSize > 0 && cellSize < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("cubes of " + cellSize + " Å");
    }
    var brick = new Brick();
    brick.fill(structure);
    double extent = 0;
    for (int k = 0; k < 3; k++) {
      extent = Math.max(extent, brick.high[k] - brick.low[k]);
    }
    double side = Math.max(cellSize, extent / ((1 << MOST_LEVELS) - 1));
    int levels = Integer.SIZE - Integer.numberOfLeadingZeros((int) (extent / side));
    var places = new long[structure.size()];
    var cube = new int[3];
    for (int atom = 0; atom < places.length; atom++) {
      for (int k = 0; k < 3; k++) {
        cube[k] = (int) ((brick.inside[3 * atom + k] - brick.low[k]) / side);
      }
      places[atom] = alongCurve(cube, levels) << Integer.SIZE - 1 | atom;
    }
    Arrays.sort(places);
    var order = new int[places.length];
    Arrays.setAll(order, place -> (int) places[place] & Integer.MAX_VALUE);
    return order;
  }

  /**
   * The place of a cube on the curve: J. Skilling, AIP Conf. Proc. 707, 381 (2004). From the largest octants to the
   * smallest, the rest of the cube's coordinates are turned into the frame in which the curve runs through its octant; the
   * octants are then in the order of a Gray code.
   *
   * @param cube three coordinates below 2^levels; used up
   */
  static long alongCurve(int[] cube, int levels) {
    for (int level = levels - 1; level > 0; level--) {
      int finer = (1 << level) - 1;
      for (int k = 0; k < 3; k++) {
        if ((cube[k] >> level & 1) == 1) {
          cube[0] ^= finer;
        } else {
          int exchanged = (cube[0] ^ cube[k]) & finer;
          cube[0] ^= exchanged;
          cube[k] ^= exchanged;
        }
      }
    }
    long place = 0;
    int parity = 0; // of all bits before, which makes a number of the Gray code
    for (int level = levels - 1; level >= 0; level--) {
      for (int k = 0; k < 3; k++) {
        parity ^= cube[k] >> level & 1;
        place = place << 1 | parity;
      }
    }
    return place;
  }
}
