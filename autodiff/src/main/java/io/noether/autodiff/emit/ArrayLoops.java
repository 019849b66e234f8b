package io.noether.autodiff.emit;

/** The loops behind {@link NumberType}: a method for each precision, so that the JVM compiles each for its own type. */
final class ArrayLoops {
  private ArrayLoops() {}

  static void round(double[] from, int offset, float[] to, int toOffset, int count) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] = (float) from[offset + i];
    }
  }

  static void widen(float[] from, int offset, double[] to, int toOffset, int count) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] = from[offset + i];
    }
  }

  static void add(float[] to, int toOffset, float[] from, int fromOffset, int count) {
    for (int k = 0; k < count; k++) {
      to[toOffset + k] += from[fromOffset + k];
    }
  }

  static void add(double[] to, int toOffset, double[] from, int fromOffset, int count) {
    for (int k = 0; k < count; k++) {
      to[toOffset + k] += from[fromOffset + k];
    }
  }
}
