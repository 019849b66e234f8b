package io.noether.autodiff.kernels;

import io.noether.autodiff.kernels.Nest.Loop;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** Loop nests whose inner loop runs over contiguous numbers. One method for each mode, so that C2 sees simple loops. */
final class FloatVectorNest {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();
  private static final VectorShuffle<Float> HALF = VectorShuffle.iota(S, Math.max(1, LANES / 2), 1, true);
  private static final VectorShuffle<Float> QUARTER = VectorShuffle.iota(S, Math.max(1, LANES / 4), 1, true);
  private static final VectorShuffle<Float> EIGHTH = VectorShuffle.iota(S, Math.max(1, LANES / 8), 1, true);
  private static final VectorShuffle<Float> SIXTEENTH = VectorShuffle.iota(S, Math.max(1, LANES / 16), 1, true);

  private FloatVectorNest() {}

  static void products(Nest nest, int rows, float[] out, int outOffset, float[] a, int aOffset, float[] b,
      int bOffset) {
    Loop outer0 = nest.outer0();
    Loop outer1 = nest.outer1();
    int n0 = outer0.count(rows);
    int n1 = outer1.count(rows);
    int n = nest.inner().count(rows);
    int terms = nest.reduce().count(rows);
    int aTerm = nest.reduce().a();
    int bTerm = nest.reduce().b();
    float alpha = (float) nest.alpha();
    for (int i0 = 0; i0 < n0; i0++) {
      for (int i1 = 0; i1 < n1; i1++) {
        int o = outOffset + i0 * outer0.out() + i1 * outer1.out();
        int p = aOffset + i0 * outer0.a() + i1 * outer1.a();
        int q = bOffset + i0 * outer0.b() + i1 * outer1.b();
        int k = 0;
        if (terms == 1) { // on its own: the loop over terms costs as much as a product
          for (; k <= n - LANES; k += LANES) {
            FloatVector.fromArray(S, a, p + k).mul(FloatVector.fromArray(S, b, q + k)).mul(alpha).intoArray(out, o + k);
          }
        } else {
          for (; k <= n - LANES; k += LANES) {
            FloatVector sum = FloatVector.fromArray(S, a, p + k).mul(FloatVector.fromArray(S, b, q + k));
            for (int r = 1; r < terms; r++) {
              sum =
                  FloatVector.fromArray(S, a, p + k + r * aTerm).fma(FloatVector.fromArray(S, b, q + k + r * bTerm),
                      sum);
            }
            sum.mul(alpha).intoArray(out, o + k);
          }
        }
        for (; k < n; k++) {
          out[o + k] = alpha * sum(terms, a, p + k, aTerm, b, q + k, bTerm);
        }
      }
    }
  }

  static void addProducts(Nest nest, int rows, float[] out, int outOffset, float[] a, int aOffset, float[] b,
      int bOffset) {
    Loop outer0 = nest.outer0();
    Loop outer1 = nest.outer1();
    int n0 = outer0.count(rows);
    int n1 = outer1.count(rows);
    int n = nest.inner().count(rows);
    int terms = nest.reduce().count(rows);
    int aTerm = nest.reduce().a();
    int bTerm = nest.reduce().b();
    float alpha = (float) nest.alpha();
    for (int i0 = 0; i0 < n0; i0++) {
      for (int i1 = 0; i1 < n1; i1++) {
        int o = outOffset + i0 * outer0.out() + i1 * outer1.out();
        int p = aOffset + i0 * outer0.a() + i1 * outer1.a();
        int q = bOffset + i0 * outer0.b() + i1 * outer1.b();
        int k = 0;
        if (terms == 1) { // on its own: the loop over terms costs as much as a product
          for (; k <= n - LANES; k += LANES) {
            FloatVector.fromArray(S, a, p + k).mul(FloatVector.fromArray(S, b, q + k))
                .fma(FloatVector.broadcast(S, alpha), FloatVector.fromArray(S, out, o + k)).intoArray(out, o + k);
          }
        } else {
          for (; k <= n - LANES; k += LANES) {
            FloatVector sum = FloatVector.fromArray(S, a, p + k).mul(FloatVector.fromArray(S, b, q + k));
            for (int r = 1; r < terms; r++) {
              sum =
                  FloatVector.fromArray(S, a, p + k + r * aTerm).fma(FloatVector.fromArray(S, b, q + k + r * bTerm),
                      sum);
            }
            sum.fma(FloatVector.broadcast(S, alpha), FloatVector.fromArray(S, out, o + k)).intoArray(out, o + k);
          }
        }
        for (; k < n; k++) {
          out[o + k] += alpha * sum(terms, a, p + k, aTerm, b, q + k, bTerm);
        }
      }
    }
  }

  static void scaled(Nest nest, int rows, float[] out, int outOffset, float[] a, int aOffset, float[] b, int bOffset) {
    Loop outer0 = nest.outer0();
    Loop outer1 = nest.outer1();
    int n0 = outer0.count(rows);
    int n1 = outer1.count(rows);
    int n = nest.inner().count(rows);
    int terms = nest.reduce().count(rows);
    int aTerm = nest.reduce().a();
    int bTerm = nest.reduce().b();
    float alpha = (float) nest.alpha();
    for (int i0 = 0; i0 < n0; i0++) {
      for (int i1 = 0; i1 < n1; i1++) {
        int o = outOffset + i0 * outer0.out() + i1 * outer1.out();
        int p = aOffset + i0 * outer0.a() + i1 * outer1.a();
        int q = bOffset + i0 * outer0.b() + i1 * outer1.b();
        float first = alpha * b[q];
        int k = 0;
        if (terms == 1) { // on its own: the loop over terms costs as much as a product
          for (; k <= n - LANES; k += LANES) {
            FloatVector.fromArray(S, a, p + k).mul(first).intoArray(out, o + k);
          }
        } else {
          for (; k <= n - LANES; k += LANES) {
            FloatVector sum = FloatVector.fromArray(S, a, p + k).mul(first);
            for (int r = 1; r < terms; r++) {
              sum =
                  FloatVector.fromArray(S, a, p + k + r * aTerm).fma(FloatVector.broadcast(S, alpha * b[q + r * bTerm]),
                      sum);
            }
            sum.intoArray(out, o + k);
          }
        }
        for (; k < n; k++) {
          out[o + k] = alpha * sum(terms, a, p + k, aTerm, b, q, bTerm);
        }
      }
    }
  }

  static void addScaled(Nest nest, int rows, float[] out, int outOffset, float[] a, int aOffset, float[] b,
      int bOffset) {
    Loop outer0 = nest.outer0();
    Loop outer1 = nest.outer1();
    int n0 = outer0.count(rows);
    int n1 = outer1.count(rows);
    int n = nest.inner().count(rows);
    int terms = nest.reduce().count(rows);
    int aTerm = nest.reduce().a();
    int bTerm = nest.reduce().b();
    float alpha = (float) nest.alpha();
    for (int i0 = 0; i0 < n0; i0++) {
      for (int i1 = 0; i1 < n1; i1++) {
        int o = outOffset + i0 * outer0.out() + i1 * outer1.out();
        int p = aOffset + i0 * outer0.a() + i1 * outer1.a();
        int q = bOffset + i0 * outer0.b() + i1 * outer1.b();
        int k = 0;
        if (terms == 1) { // on its own: the loop over terms costs as much as a product
          float first = alpha * b[q];
          for (; k <= n - LANES; k += LANES) {
            FloatVector.fromArray(S, a, p + k)
                .fma(FloatVector.broadcast(S, first), FloatVector.fromArray(S, out, o + k))
                .intoArray(out, o + k);
          }
        } else {
          for (; k <= n - LANES; k += LANES) {
            FloatVector sum = FloatVector.fromArray(S, out, o + k);
            for (int r = 0; r < terms; r++) {
              sum =
                  FloatVector.fromArray(S, a, p + k + r * aTerm).fma(FloatVector.broadcast(S, alpha * b[q + r * bTerm]),
                      sum);
            }
            sum.intoArray(out, o + k);
          }
        }
        for (; k < n; k++) {
          out[o + k] += alpha * sum(terms, a, p + k, aTerm, b, q, bTerm);
        }
      }
    }
  }

  static void dots(Nest nest, int rows, float[] out, int outOffset, float[] a, int aOffset, float[] b, int bOffset) {
    Loop outer0 = nest.outer0();
    Loop outer1 = nest.outer1();
    int n0 = outer0.count(rows);
    int n1 = outer1.count(rows);
    float alpha = (float) nest.alpha();
    for (int i0 = 0; i0 < n0; i0++) {
      for (int i1 = 0; i1 < n1; i1++) {
        int o = outOffset + i0 * outer0.out() + i1 * outer1.out();
        int p = aOffset + i0 * outer0.a() + i1 * outer1.a();
        int q = bOffset + i0 * outer0.b() + i1 * outer1.b();
        float sum = alpha * dot(nest, rows, a, p, b, q);
        out[o] = nest.add() ? out[o] + sum : sum;
      }
    }
  }

  private static float dot(Nest nest, int rows, float[] a, int p, float[] b, int q) {
    int n = nest.inner().count(rows);
    int terms = nest.reduce().count(rows);
    boolean scalar = nest.inner().b() == 0;
    FloatVector lanes = FloatVector.zero(S);
    float tail = 0;
    for (int r = 0; r < terms; r++) {
      int x = p + r * nest.reduce().a();
      int y = q + r * nest.reduce().b();
      int k = 0;
      if (scalar) {
        for (; k <= n - LANES; k += LANES) {
          lanes = FloatVector.fromArray(S, a, x + k).fma(FloatVector.broadcast(S, b[y]), lanes);
        }
        for (; k < n; k++) {
          tail += a[x + k] * b[y];
        }
      } else {
        for (; k <= n - LANES; k += LANES) {
          lanes = FloatVector.fromArray(S, a, x + k).fma(FloatVector.fromArray(S, b, y + k), lanes);
        }
        for (; k < n; k++) {
          tail += a[x + k] * b[y + k];
        }
      }
    }
    return (n < LANES ? 0 : sumOfLanes(lanes)) + tail;
  }

  /** By halves, in a fixed order. */
  private static float sumOfLanes(FloatVector v) {
    FloatVector sum = v;
    if (LANES > 1) {
      sum = sum.add(sum.rearrange(HALF));
    }
    if (LANES > 2) {
      sum = sum.add(sum.rearrange(QUARTER));
    }
    if (LANES > 4) {
      sum = sum.add(sum.rearrange(EIGHTH));
    }
    if (LANES > 8) {
      sum = sum.add(sum.rearrange(SIXTEENTH));
    }
    return sum.lane(0);
  }

  private static float sum(int terms, float[] a, int p, int aTerm, float[] b, int q, int bTerm) {
    float sum = 0;
    for (int r = 0; r < terms; r++) {
      sum += a[p + r * aTerm] * b[q + r * bTerm];
    }
    return sum;
  }

  /** Row {@code index[first + r]} of {@code to} grows by row r of {@code from}. */
  static void scatterAdd(int[] index, int first, int rows, int width, float[] from, int fromOffset, float[] to) {
    for (int r = 0; r < rows; r++) {
      int target = index[first + r] * width;
      int source = fromOffset + r * width;
      int k = 0;
      for (; k <= width - LANES; k += LANES) {
        FloatVector.fromArray(S, to, target + k).add(FloatVector.fromArray(S, from, source + k)).intoArray(to,
            target + k);
      }
      for (; k < width; k++) {
        to[target + k] += from[source + k];
      }
    }
  }
}
