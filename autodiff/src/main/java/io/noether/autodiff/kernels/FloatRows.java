package io.noether.autodiff.kernels;

import io.noether.autodiff.Function;
import io.noether.autodiff.kernels.Nest.Loop;
import java.util.Arrays;

/** Movements of rows and number-by-number functions, in plain loops; those C2 can vectorise it does. */
final class FloatRows {
  /** Numbers from which on a call to copy a row pays. */
  private static final int SHORTEST_COPY = 8;

  private FloatRows() {}

  static void load(double[] from, int offset, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = (float) from[offset + i];
    }
  }

  static void store(float[] from, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = from[i];
    }
  }

  static void fill(float[] out, int from, int count, double value) {
    Arrays.fill(out, from, from + count, (float) value);
  }

  static void fills(Nest nest, int rows, float[] out, int outOffset, float[] a, int aOffset, float[] b, int bOffset) {
    Loop outer0 = nest.outer0();
    Loop outer1 = nest.outer1();
    Loop reduce = nest.reduce();
    int n0 = outer0.count(rows);
    int n1 = outer1.count(rows);
    int n = nest.inner().count(rows);
    int terms = reduce.count(rows);
    for (int i0 = 0; i0 < n0; i0++) {
      for (int i1 = 0; i1 < n1; i1++) {
        int o = outOffset + i0 * outer0.out() + i1 * outer1.out();
        int p = aOffset + i0 * outer0.a() + i1 * outer1.a();
        int q = bOffset + i0 * outer0.b() + i1 * outer1.b();
        float value = 0;
        for (int r = 0; r < terms; r++) {
          value += a[p + r * reduce.a()] * b[q + r * reduce.b()];
        }
        value *= (float) nest.alpha();
        if (nest.add()) {
          for (int k = 0; k < n; k++) {
            out[o + k] += value;
          }
        } else {
          Arrays.fill(out, o, o + n, value);
        }
      }
    }
  }

  static void gather(int[] index, int first, int rows, int width, float[] from, float[] to, int toOffset) {
    if (width < SHORTEST_COPY) {
      for (int r = 0; r < rows; r++) {
        int source = index[first + r] * width;
        for (int k = 0; k < width; k++) {
          to[toOffset + r * width + k] = from[source + k];
        }
      }
    } else {
      for (int r = 0; r < rows; r++) {
        System.arraycopy(from, index[first + r] * width, to, toOffset + r * width, width);
      }
    }
  }

  static void scatter(int[] index, int first, int rows, int width, float[] from, int fromOffset, float[] to) {
    if (width < SHORTEST_COPY) {
      for (int r = 0; r < rows; r++) {
        int target = index[first + r] * width;
        for (int k = 0; k < width; k++) {
          to[target + k] = from[fromOffset + r * width + k];
        }
      }
    } else {
      for (int r = 0; r < rows; r++) {
        System.arraycopy(from, fromOffset + r * width, to, index[first + r] * width, width);
      }
    }
  }

  static void scatterAdd(int[] index, int first, int rows, int width, float[] from, int fromOffset, float[] to) {
    for (int r = 0; r < rows; r++) {
      add(to, index[first + r] * width, from, fromOffset + r * width, width);
    }
  }

  static void add(float[] to, int toOffset, float[] from, int fromOffset, int count) {
    for (int k = 0; k < count; k++) {
      to[toOffset + k] += from[fromOffset + k];
    }
  }

  static void apply(Function f, int rows, int width, float[] out, int outOffset, int outStride, float[] x, int xOffset,
      int xStride) {
    for (int r = 0; r < rows; r++) {
      int o = outOffset + r * outStride;
      int i = xOffset + r * xStride;
      for (int k = 0; k < width; k++) {
        out[o + k] = (float) f.apply(x[i + k]);
      }
    }
  }
}
