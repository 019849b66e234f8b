package io.noether.core.neighbours;

import io.noether.core.Cell;
import io.noether.core.InputException;
import io.noether.core.Structure;
import java.util.Arrays;

/**
 * The atoms moved into one cell and every image of them within reach, as points sorted into bins.
 *
 * <p>Points are binned by their distances u from the cell's three faces. These are lengths along the face normals, so
 * points closer than the reach differ by less than it in each u whatever the shape of the cell; and once images are
 * points of their own, no bin has to know about periodicity. Arrays grow and are used again.
 */
final class Images {
  /** Bits of one component of an image's shift, which is small because atoms are moved into the cell first. */
  static final int SHIFT_BITS = 11;

  static final int SHIFT_ZERO = 1 << (SHIFT_BITS - 1);

  private static final int SHIFT_MASK = (1 << SHIFT_BITS) - 1;

  /** Bins per reach along the third direction, where neighbouring bins are one run in memory and cost nothing. */
  private static final int FINE = 3;

  /** About 6 GB of points. */
  private static final int MOST_POINTS = 100_000_000;

  /** Whole cells that each atom was moved back by to get it into the cell, three per atom. */
  int[] moves = new int[0];

  /** Number of points. */
  int points;

  /** Sender and shift of each point, packed so that their order is the order of edges. */
  long[] keys = new long[0];

  double[] xs = new double[0];
  double[] ys = new double[0];
  double[] zs = new double[0];

  /** First point of each bin, and the number of points after the last. */
  int[] starts = new int[0];

  /** The bin of each atom itself. */
  int[] homeBin = new int[0];

  /** How many bins along each direction, and how far from its own bin a point's neighbours can be. */
  final int[] bins = new int[3];

  final int[] reachBins = new int[3];

  private final double[] basis = new double[9];
  private final double[] normals = new double[9];
  private final double[] heights = new double[3];
  private final double[] low = new double[3];
  private final double[] high = new double[3];
  private final int[] first = new int[3];
  private final int[] last = new int[3];

  /** Atoms moved into the cell, and their u. */
  private double[] inside = new double[0];

  private double[] depths = new double[0];

  /** Points in order of atoms. */
  private long[] unsortedKeys = new long[0];

  private double[] unsorted = new double[0];
  private int[] binOf = new int[0];

  /** Which of these points is the atom itself. */
  private int[] home = new int[0];

  /** Position of an atom moved into the cell. */
  double inside(int atom, int axis) {
    return inside[3 * atom + axis];
  }

  static int sender(long key) {
    return (int) (key >>> 3 * SHIFT_BITS);
  }

  /** Component 0, 1 or 2 of the shift. */
  static int shift(long key, int component) {
    return ((int) (key >>> (2 - component) * SHIFT_BITS) & SHIFT_MASK) - SHIFT_ZERO;
  }

  private static long key(int sender, int a, int b, int c) {
    long shifts = (long) (a + SHIFT_ZERO) << 2 * SHIFT_BITS | (long) (b + SHIFT_ZERO) << SHIFT_BITS | c + SHIFT_ZERO;
    return (long) sender << 3 * SHIFT_BITS | shifts;
  }

  /**
   * Makes the points.
   *
   * @param positions of the structure's atoms, three numbers each
   * @return how far points may lie apart and still be counted neighbours: the cutoff and an allowance for rounding
   */
  double gather(Structure structure, double[] positions, double cutoff) {
    int atoms = structure.size();
    double farthest = 0;
    for (int k = 0; k < 3 * atoms; k++) {
      farthest = Math.max(farthest, Math.abs(positions[k]));
    }
    double reach = cutoff * (1 + 1e-9) + 64 * Math.ulp(farthest);
    orient(structure.cell());
    moveInside(structure, positions);
    copyImages(structure, reach);
    chooseBins(reach);
    sortIntoBins(atoms);
    return reach;
  }

  private void orient(Cell cell) {
    for (int k = 0; k < 3; k++) {
      heights[k] = cell.height(k);
      for (int axis = 0; axis < 3; axis++) {
        basis[3 * k + axis] = cell.basis(k, axis);
        normals[3 * k + axis] = cell.reciprocal(k, axis) * heights[k];
      }
    }
  }

  private double depth(int k, double[] vectors, int row) {
    return normals[3 * k] * vectors[3 * row] + normals[3 * k + 1] * vectors[3 * row + 1]
        + normals[3 * k + 2] * vectors[3 * row + 2];
  }

  private void moveInside(Structure structure, double[] positions) {
    int atoms = structure.size();
    moves = grown(moves, 3 * atoms);
    inside = grown(inside, 3 * atoms);
    depths = grown(depths, 3 * atoms);
    System.arraycopy(positions, 0, inside, 0, 3 * atoms);
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    for (int atom = 0; atom < atoms; atom++) {
      for (int k = 0; k < 3; k++) {
        double cells = structure.periodicity().along(k) ? Math.floor(depth(k, positions, atom) / heights[k]) : 0;
        if (Math.abs(cells) > 1e9) {
          throw new InputException(structure.source() + ": atom " + (atom + 1)
              + " is more than a billion cells away from its cell; correct its position");
        }
        moves[3 * atom + k] = (int) cells;
        for (int axis = 0; axis < 3; axis++) {
          inside[3 * atom + axis] -= cells * basis[3 * k + axis];
        }
      }
      for (int k = 0; k < 3; k++) {
        double depth = depth(k, inside, atom);
        depths[3 * atom + k] = depth;
        low[k] = Math.min(low[k], depth);
        high[k] = Math.max(high[k], depth);
      }
    }
  }

  private void copyImages(Structure structure, double reach) {
    for (int k = 0; k < 3; k++) {
      low[k] -= reach;
      high[k] += reach;
    }
    home = grown(home, structure.size());
    points = 0;
    for (int atom = 0; atom < structure.size(); atom++) {
      long copies = 1;
      for (int k = 0; k < 3; k++) {
        boolean periodic = structure.periodicity().along(k);
        first[k] = periodic ? (int) Math.ceil((low[k] - depths[3 * atom + k]) / heights[k]) : 0;
        last[k] = periodic ? (int) Math.floor((high[k] - depths[3 * atom + k]) / heights[k]) : 0;
        if (first[k] < -SHIFT_ZERO || last[k] >= SHIFT_ZERO) {
          throw new InputException(structure.source() + ": the cutoff reaches over more than " + (SHIFT_ZERO - 1)
              + " cells; use a shorter cutoff or a thicker cell");
        }
        copies *= last[k] - first[k] + 1;
      }
      if (points + copies > MOST_POINTS) {
        throw new InputException(structure.source() + ": more than " + MOST_POINTS
            + " atoms and images within the cutoff; use a shorter cutoff or a smaller structure");
      }
      unsortedKeys = grown(unsortedKeys, points + (int) copies);
      unsorted = grown(unsorted, 3 * (points + (int) copies));
      copyImagesOf(atom);
    }
  }

  private void copyImagesOf(int atom) {
    for (int a = first[0]; a <= last[0]; a++) {
      for (int b = first[1]; b <= last[1]; b++) {
        for (int c = first[2]; c <= last[2]; c++) {
          if (a == 0 && b == 0 && c == 0) {
            home[atom] = points;
          }
          for (int axis = 0; axis < 3; axis++) {
            unsorted[3 * points + axis] =
                inside[3 * atom + axis] + (a * basis[axis] + b * basis[3 + axis] + c * basis[6 + axis]);
          }
          unsortedKeys[points++] = key(atom, a, b, c);
        }
      }
    }
  }

  /** Bins no narrower than the reach (or its FINE-th part), and not many more of them than points. */
  private void chooseBins(double reach) {
    for (int k = 0; k < 3; k++) {
      double wanted = (high[k] - low[k]) / (k == 2 ? reach / FINE : reach);
      bins[k] = (int) Math.clamp(wanted, 1, 1 << 20);
    }
    while ((double) bins[0] * bins[1] * bins[2] > 4.0 * points + 64) {
      int most = bins[0] >= bins[1] ? (bins[0] >= bins[2] ? 0 : 2) : (bins[1] >= bins[2] ? 1 : 2);
      bins[most] = (bins[most] + 1) / 2;
    }
    for (int k = 0; k < 3; k++) {
      // The reach holds a billionth more than the cutoff, so that rounding here can lose nothing.
      reachBins[k] = (int) Math.ceil(reach * bins[k] / (high[k] - low[k]) * (1 - 1e-10));
    }
  }

  private void sortIntoBins(int atoms) {
    int all = bins[0] * bins[1] * bins[2];
    starts = grown(starts, all + 1);
    Arrays.fill(starts, 0, all + 1, 0);
    binOf = grown(binOf, points);
    for (int p = 0; p < points; p++) {
      int bin = (bin(0, p) * bins[1] + bin(1, p)) * bins[2] + bin(2, p);
      binOf[p] = bin;
      starts[bin + 1]++;
    }
    for (int bin = 0; bin < all; bin++) {
      starts[bin + 1] += starts[bin];
    }
    homeBin = grown(homeBin, atoms);
    for (int atom = 0; atom < atoms; atom++) {
      homeBin[atom] = binOf[home[atom]];
    }
    keys = grown(keys, points);
    xs = grown(xs, points);
    ys = grown(ys, points);
    zs = grown(zs, points);
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

  private int bin(int k, int point) {
    int bin = (int) ((depth(k, unsorted, point) - low[k]) / (high[k] - low[k]) * bins[k]);
    return Math.clamp(bin, 0, bins[k] - 1);
  }

  static int[] grown(int[] array, int size) {
    return array.length >= size ? array : Arrays.copyOf(array, larger(array.length, size));
  }

  static long[] grown(long[] array, int size) {
    return array.length >= size ? array : Arrays.copyOf(array, larger(array.length, size));
  }

  static double[] grown(double[] array, int size) {
    return array.length >= size ? array : Arrays.copyOf(array, larger(array.length, size));
  }

  private static int larger(int length, int needed) {
    return (int) Math.clamp(Math.max(needed, length + (length >> 1) + 16L), 0L, (long) Integer.MAX_VALUE - 8);
  }
}
