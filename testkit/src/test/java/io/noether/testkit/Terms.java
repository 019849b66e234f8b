package io.noether.testkit;

import io.noether.core.Structure;

/** Energies and forces that respect all laws but one. */
final class Terms {
  private static final double REACH = 3.5;

  private Terms() {}

  /** A sum over pairs that knows the x axis. */
  static double alongX(Structure s) {
    double[] sum = new double[1];
    Images.each(s, REACH, (i, j, r) -> sum[0] += r[0] * r[0] * weight(r, 1));
    return sum[0];
  }

  /** A sum over atoms that turns with them and changes sign in a mirror: triple products of three neighbour sums. */
  static double handedness(Structure s) {
    double[][] v = {sums(s, 1), sums(s, 2), sums(s, 3)};
    double sum = 0;
    for (int i = 0; i < s.size(); i++) {
      double[] c = cross(v[0], v[1], i);
      sum += c[0] * v[2][3 * i] + c[1] * v[2][3 * i + 1] + c[2] * v[2][3 * i + 2];
    }
    return sum;
  }

  /** On each atom, the cross product of two neighbour sums: it turns with the atoms but not in a mirror. */
  static double[] pseudovector(Structure s) {
    double[] a = sums(s, 1);
    double[] b = sums(s, 2);
    double[] all = new double[a.length];
    for (int i = 0; i < s.size(); i++) {
      System.arraycopy(cross(a, b, i), 0, all, 3 * i, 3);
    }
    return all;
  }

  private static double[] sums(Structure s, int power) {
    double[] sums = new double[3 * s.size()];
    Images.each(s, REACH, (i, j, r) -> {
      for (int axis = 0; axis < 3; axis++) {
        sums[3 * i + axis] += s.atomicNumber(j) * weight(r, power) * r[axis];
      }
    });
    return sums;
  }

  private static double weight(double[] r, int power) {
    double x = Images.length(r) / REACH;
    return Math.pow(1 - x * x, 3) * Math.pow(x, power);
  }

  private static double[] cross(double[] a, double[] b, int i) {
    double[] c = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      int p = 3 * i + (axis + 1) % 3;
      int q = 3 * i + (axis + 2) % 3;
      c[axis] = a[p] * b[q] - a[q] * b[p];
    }
    return c;
  }
}
