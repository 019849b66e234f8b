package io.noether.autodiff.emit;

/** Adds numbers in the order in which {@link VectorLanes#sumOfLanes} adds lanes. Scalar kernels call it. */
final class Halves {
  private Halves() {}

  static float sum(float[] x, int from, int count) {
    for (int half = count / 2; half >= 1; half /= 2) {
      for (int i = from; i < from + half; i++) {
        x[i] += x[i + half];
      }
    }
    return x[from];
  }

  static double sum(double[] x, int from, int count) {
    for (int half = count / 2; half >= 1; half /= 2) {
      for (int i = from; i < from + half; i++) {
        x[i] += x[i + half];
      }
    }
    return x[from];
  }
}
