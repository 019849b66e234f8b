package io.noether.testkit;

import java.util.Arrays;

/** Small arithmetic on arrays of numbers. */
final class ArrayMath {
  private ArrayMath() {}

  /** The largest magnitude; NaN if any number is not finite. */
  static double largest(double[] values) {
    double worst = 0;
    for (double v : values) {
      if (!Double.isFinite(v)) {
        return Double.NaN;
      }
      worst = Math.max(worst, Math.abs(v));
    }
    return worst;
  }

  /** The largest magnitude of a - b; NaN if any number is not finite or the lengths differ. */
  static double distance(double[] a, double[] b) {
    if (a.length != b.length) {
      return Double.NaN;
    }
    double[] difference = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      difference[k] = a[k] - b[k];
    }
    return largest(difference);
  }

  /** start + t·direction. */
  static double[] along(double[] start, double t, double[] direction) {
    double[] moved = start.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] += t * direction[k];
    }
    return moved;
  }

  /** The numbers of a followed by those of b. */
  static double[] joined(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  /** The numbers one or more times over. */
  static double[] repeated(double[] values, int times) {
    double[] all = new double[times * values.length];
    for (int k = 0; k < all.length; k++) {
      all[k] = values[k % values.length];
    }
    return all;
  }
}
