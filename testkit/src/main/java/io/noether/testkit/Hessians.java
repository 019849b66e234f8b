package io.noether.testkit;

import io.noether.core.geometry.Orthogonal;
import io.noether.core.geometry.Permutation;

/** What the laws of Hessians do to matrices of 3N × 3N numbers, row by row. */
final class Hessians {
  private Hessians() {}

  /** Two Hessians of a sample, or of what was made of it, should be the same. */
  static void compare(Law law, TrialStructure sample, String what, double[] found, double[] expected) {
    double allowed = law.allowed(sample.structure(), law.predict(sample.structure())).secondDerivative(expected);
    law.compare(sample, what, ArrayMath.distance(found, expected), allowed);
  }

  private static int order(double[] h) {
    return (int) Math.round(Math.sqrt(h.length));
  }

  static double[] transposed(double[] h) {
    int n = order(h);
    double[] t = new double[h.length];
    for (int k = 0; k < h.length; k++) {
      t[k % n * n + k / n] = h[k];
    }
    return t;
  }

  /** The Hessian times a displacement of all atoms by 1 Å, along each axis: 3N × 3 numbers. */
  static double[] translated(double[] h) {
    int n = order(h);
    double[] sums = new double[3 * n];
    for (int k = 0; k < h.length; k++) {
      sums[3 * (k / n) + k % n % 3] += h[k];
    }
    return sums;
  }

  /** Each block of 3 × 3 numbers turned. */
  static double[] turned(double[] h, Orthogonal turn) {
    int n = order(h);
    double[] all = new double[h.length];
    double[] block = new double[9];
    for (int i = 0; i < n; i += 3) {
      for (int j = 0; j < n; j += 3) {
        for (int k = 0; k < 9; k++) {
          block[k] = h[(i + k / 3) * n + j + k % 3];
        }
        double[] t = turn.applyToTensor(block);
        for (int k = 0; k < 9; k++) {
          all[(i + k / 3) * n + j + k % 3] = t[k];
        }
      }
    }
    return all;
  }

  /** Rows and columns in another order of the atoms. */
  static double[] relabelled(double[] h, Permutation order) {
    return transposed(order.applyToRows(transposed(order.applyToRows(h))));
  }
}
