package io.noether.core.neighbours;

/** Equal rectangular bins over a box, no narrower than the reach: what is within reach is in the same or the next bin. */
final class Grid {
  /** How many bins along each axis. */
  final int[] bins = new int[3];

  private final double[] low = new double[3];
  private final double[] perWidth = new double[3];
  private final double[] width = new double[3];

  /** Covers a box, with not many more bins than there are points in it. */
  void cover(double[] lowest, double[] highest, double reach, int points) {
    for (int k = 0; k < 3; k++) {
      low[k] = lowest[k];
      width[k] = Math.max(reach, (highest[k] - lowest[k]) / (1 << 20));
      bins[k] = (int) ((highest[k] - lowest[k]) / width[k]) + 1;
    }
    while ((double) bins[0] * bins[1] * bins[2] > 4.0 * points + 64) {
      int most = bins[0] >= bins[1] ? (bins[0] >= bins[2] ? 0 : 2) : (bins[1] >= bins[2] ? 1 : 2);
      bins[most] = (bins[most] + 1) / 2;
      width[most] *= 2;
    }
    for (int k = 0; k < 3; k++) {
      perWidth[k] = 1 / width[k];
    }
  }

  /** Number of bins. */
  int size() {
    return bins[0] * bins[1] * bins[2];
  }

  /** A bin's number; those along the last axis are neighbours. */
  int bin(int a, int b, int c) {
    return (a * bins[1] + b) * bins[2] + c;
  }

  /** The bin in which a point is. */
  int binOf(double x, double y, double z) {
    return bin(along(0, x), along(1, y), along(2, z));
  }

  private int along(int k, double coordinate) {
    return Math.max(0, Math.min(bins[k] - 1, (int) ((coordinate - low[k]) * perWidth[k])));
  }

  /** The first of the bins along an axis that touch a bin, itself included. */
  int first(int bin) {
    return Math.max(0, bin - 1);
  }

  /** The last of the bins along axis k that touch a bin, itself included. */
  int last(int k, int bin) {
    return Math.min(bins[k] - 1, bin + 1);
  }
}
