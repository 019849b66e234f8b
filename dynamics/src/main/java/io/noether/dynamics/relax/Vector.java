package io.noether.dynamics.relax;

/** Sums over long arrays. */
final class Vector {
  private Vector() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** a + t b. */
  static double[] sum(double[] a, double t, double[] b) {
    double[] sum = a.clone();
    add(sum, t, b);
    return sum;
  }

  /** a += t b. */
  static void add(double[] a, double t, double[] b) {
    for (int k = 0; k < a.length; k++) {
      a[k] += t * b[k];
    }
  }

  /** a[at + k] += t b[k]. */
  static void addTo(double[] a, int at, double t, double[] b) {
    for (int k = 0; k < b.length; k++) {
      a[at + k] += t * b[k];
    }
  }

  static double[] scaled(double factor, double[] a) {
    return sum(new double[a.length], factor, a);
  }
}
