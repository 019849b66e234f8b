package io.noether.core.neighbours;

import io.noether.core.InputException;
import io.noether.core.Structure;
import java.util.Arrays;

/**
 * The atoms of a brick and every image of them within reach of one, as points sorted into bins. Images being points of
 * their own, nothing later has to know about periodicity.
 */
final class Images {
  /** About 7 GB of points. */
  private static final int MOST_POINTS = 100_000_000;

  final Grid grid = new Grid();

  /** Atom and shift of each point. */
  long[] keys = {};

  double[] xs = {};
  double[] ys = {};
  double[] zs = {};

  /** First point of each bin, and the number of points after the last. */
  int[] starts = {};

  private int points;

  /** The box in which images are wanted. */
  private final double[] low = new double[3];

  private final double[] high = new double[3];

  /** Points in order of atoms. */
  private long[] unsortedKeys = {};

  private double[] unsorted = {};
  private int[] binOf = {};

  /** Makes the points. */
  void gather(Structure structure, Brick brick, double reach) {
    double atLeast = structure.size();
    for (int k = 0; k < 3; k++) {
      // A little more than the reach, because above the lattice's diagonal there is rounding.
      double margin = brick.periodic[k] ? 1.001 * reach : 0;
      low[k] = brick.low[k] - margin;
      high[k] = brick.high[k] + margin;
      if (brick.periodic[k]) {
        atLeast *= Math.max(1, Math.floor((high[k] - low[k]) / brick.lattice[4 * k]));
      }
    }
    if (atLeast > MOST_POINTS) {
      throw tooMany(structure);
    }
    points = 0;
    for (int atom = 0; atom < structure.size(); atom++) {
      copyImages(structure, brick, atom);
    }
    grid.cover(low, high, reach, points);
    sortIntoBins();
  }

  private void copyImages(Structure structure, Brick brick, int atom) {
    var lattice = brick.lattice;
    double x = brick.inside[3 * atom];
    double y = brick.inside[3 * atom + 1];
    double z = brick.inside[3 * atom + 2];
    int lastA = last(structure, brick, 0, x);
    for (int a = first(structure, brick, 0, x); a <= lastA; a++) {
      double xa = x + a * lattice[0];
      double ya = y + a * lattice[1];
      double za = z + a * lattice[2];
      int lastB = last(structure, brick, 1, ya);
      for (int b = first(structure, brick, 1, ya); b <= lastB; b++) {
        double xb = xa + b * lattice[3];
        double yb = ya + b * lattice[4];
        double zb = za + b * lattice[5];
        int lastC = last(structure, brick, 2, zb);
        for (int c = first(structure, brick, 2, zb); c <= lastC; c++) {
          reserve(structure);
          unsortedKeys[points] = ImageKey.of(atom, a, b, c);
          unsorted[3 * points] = xb + c * lattice[6];
          unsorted[3 * points + 1] = yb + c * lattice[7];
          unsorted[3 * points + 2] = zb + c * lattice[8];
          points++;
        }
      }
    }
  }

  /** The first shift along lattice vector k that brings a coordinate into the box. */
  private int first(Structure structure, Brick brick, int k, double coordinate) {
    return brick.periodic[k] ? checked(structure, Math.ceil((low[k] - coordinate) / brick.lattice[4 * k])) : 0;
  }

  private int last(Structure structure, Brick brick, int k, double coordinate) {
    return brick.periodic[k] ? checked(structure, Math.floor((high[k] - coordinate) / brick.lattice[4 * k])) : 0;
  }

  private static int checked(Structure structure, double cells) {
    if (Math.abs(cells) > ImageKey.FARTHEST) {
      throw new InputException(structure.source() + ": the cutoff reaches over more than " + ImageKey.FARTHEST
          + " cells; use a shorter cutoff or a thicker cell");
    }
    return (int) cells;
  }

  private void reserve(Structure structure) {
    if (points == MOST_POINTS) {
      throw tooMany(structure);
    }
    unsortedKeys = Growing.grown(unsortedKeys, points + 1);
    unsorted = Growing.grown(unsorted, 3 * points + 3);
  }

  private static InputException tooMany(Structure structure) {
    return new InputException(structure.source() + ": more than " + MOST_POINTS
        + " atoms and images within the cutoff; use a shorter cutoff or a smaller structure");
  }

  private void sortIntoBins() {
    int all = grid.size();
    starts = Growing.room(starts, all + 1);
    Arrays.fill(starts, 0, all + 1, 0);
    binOf = Growing.room(binOf, points);
    for (int p = 0; p < points; p++) {
      binOf[p] = grid.binOf(unsorted[3 * p], unsorted[3 * p + 1], unsorted[3 * p + 2]);
      starts[binOf[p] + 1]++;
    }
    for (int bin = 0; bin < all; bin++) {
      starts[bin + 1] += starts[bin];
    }
    keys = Growing.room(keys, points);
    xs = Growing.room(xs, points);
    ys = Growing.room(ys, points);
    zs = Growing.room(zs, points);
    // starts[bin + 1] becomes where the bin's next point goes, which ends as where the next bin starts.
    System.arraycopy(starts, 0, starts, 1, all);
    for (int p = 0; p < points; p++) {
      int place = starts[binOf[p] + 1]++;
      keys[place] = unsortedKeys[p];
      xs[place] = unsorted[3 * p];
      ys[place] = unsorted[3 * p + 1];
      zs[place] = unsorted[3 * p + 2];
    }
  }
}
