package io.noether.core.neighbours;

/**
 * The points in a bin and all bins that touch it, copied together, so that one long loop over consecutive numbers finds
 * which of them are near an atom of the bin.
 */
final class Surroundings {
  /** Number of points. */
  int size;

  /** Where the bin's own first point is. */
  int own;

  /** Atom and shift of each point. */
  long[] keys = {};

  /** Squared distance of each point, Å². */
  double[] squares = {};

  /** The points that {@link #near} found, in ascending order. */
  int[] nearest = {};

  private double[] xs = {};
  private double[] ys = {};
  private double[] zs = {};

  /** Takes the points around a bin, which come row after row: touching bins along the last axis are one run. */
  void copy(Images images, int a, int b, int c) {
    var grid = images.grid;
    size = 0;
    for (int na = grid.first(a); na <= grid.last(0, a); na++) {
      for (int nb = grid.first(b); nb <= grid.last(1, b); nb++) {
        int from = images.starts[grid.bin(na, nb, grid.first(c))];
        int to = images.starts[grid.bin(na, nb, grid.last(2, c)) + 1];
        if (na == a && nb == b) {
          own = size + images.starts[grid.bin(a, b, c)] - from;
        }
        append(images, from, to - from);
      }
    }
    squares = Growing.room(squares, size);
    nearest = Growing.room(nearest, size);
  }

  private void append(Images images, int from, int length) {
    keys = Growing.grown(keys, size + length);
    xs = Growing.grown(xs, size + length);
    ys = Growing.grown(ys, size + length);
    zs = Growing.grown(zs, size + length);
    System.arraycopy(images.keys, from, keys, size, length);
    System.arraycopy(images.xs, from, xs, size, length);
    System.arraycopy(images.ys, from, ys, size, length);
    System.arraycopy(images.zs, from, zs, size, length);
    size += length;
  }

  /**
   * Finds the points near one of them, itself excluded.
   *
   * @param limit squared distance below which a point is near
   * @return how many there are
   */
  int near(int point, double limit) {
    double x = xs[point];
    xs[point] = Double.POSITIVE_INFINITY;
    measure(x, ys[point], zs[point]);
    xs[point] = x;
    return select(limit);
  }

  /** A loop that the compiler vectorises: one index, starting at 0, for all arrays. */
  private void measure(double x, double y, double z) {
    var xs = this.xs;
    var ys = this.ys;
    var zs = this.zs;
    var squares = this.squares;
    for (int p = 0; p < size; p++) {
      double dx = xs[p] - x;
      double dy = ys[p] - y;
      double dz = zs[p] - z;
      squares[p] = dx * dx + dy * dy + dz * dz;
    }
  }

  private int select(double limit) {
    var squares = this.squares;
    var nearest = this.nearest;
    int next = 0;
    for (int p = 0; p < size; p++) {
      // Written always, kept by moving on: a branch here would be mispredicted every few points.
      nearest[next] = p;
      next += (int) (Double.doubleToRawLongBits(squares[p] - limit) >>> 63);
    }
    return next;
  }
}
