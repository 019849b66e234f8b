package io.noether.autodiff.kernels;

import java.util.Arrays;

/** Movements of numbers in plain loops. */
final class FloatRows {
  private FloatRows() {}

  static void load(double[] from, int offset, float[] to, int toOffset, int count) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] = (float) from[offset + i];
    }
  }

  static void store(float[] from, int offset, double[] to, int toOffset, int count) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] = from[offset + i];
    }
  }

  static void fill(float[] out, int from, int count, double value) {
    Arrays.fill(out, from, from + count, (float) value);
  }

  static void add(float[] to, int toOffset, float[] from, int fromOffset, int count) {
    for (int k = 0; k < count; k++) {
      to[toOffset + k] += from[fromOffset + k];
    }
  }
}
