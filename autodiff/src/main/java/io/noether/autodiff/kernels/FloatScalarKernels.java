package io.noether.autodiff.kernels;

import io.noether.autodiff.Function;
import io.noether.autodiff.Precision;
import io.noether.autodiff.kernels.Nest.Loop;

/** The scalar twin: plain loops, for JVMs without the vector module and as the other side of the kernels' tests. */
final class FloatScalarKernels implements Kernels<float[]> {
  private static final Precision PRECISION = Float.BYTES == 4 ? Precision.FLOAT32 : Precision.FLOAT64;
  private static final MatrixProduct PRODUCT = new MatrixProduct(PRECISION, 1, 16);

  @Override
  public float[] allocate(int length) {
    return new float[length];
  }

  @Override
  public int length(float[] array) {
    return array.length;
  }

  @Override
  public void fill(float[] out, int from, int count, double value) {
    FloatRows.fill(out, from, count, value);
  }

  @Override
  public void load(double[] from, int offset, float[] to, int count) {
    FloatRows.load(from, offset, to, count);
  }

  @Override
  public void store(float[] from, double[] to, int count) {
    FloatRows.store(from, to, count);
  }

  @Override
  public void contract(Nest nest, int rows, float[] out, int outOffset, float[] a, int aOffset, float[] b,
      int bOffset) {
    strided(nest, rows, out, outOffset, a, aOffset, b, bOffset);
  }

  /** Any nest, number by number. */
  static void strided(Nest nest, int rows, float[] out, int outOffset, float[] a, int aOffset, float[] b, int bOffset) {
    boolean dot = nest.mode() == Nest.Mode.DOT;
    Loop outer0 = nest.outer0();
    Loop outer1 = nest.outer1();
    Loop inner = dot ? nest.reduce() : nest.inner(); // in a dot product both remaining loops are summed over
    Loop reduce = dot ? nest.inner() : nest.reduce();
    int n0 = outer0.count(rows);
    int n1 = outer1.count(rows);
    for (int i0 = 0; i0 < n0; i0++) {
      for (int i1 = 0; i1 < n1; i1++) {
        int o = outOffset + i0 * outer0.out() + i1 * outer1.out();
        int p = aOffset + i0 * outer0.a() + i1 * outer1.a();
        int q = bOffset + i0 * outer0.b() + i1 * outer1.b();
        if (dot) {
          float sum = sum(inner, reduce, rows, a, p, b, q) * (float) nest.alpha();
          out[o] = nest.add() ? out[o] + sum : sum;
        } else {
          line(nest, inner, reduce, rows, out, o, a, p, b, q);
        }
      }
    }
  }

  private static void line(Nest nest, Loop inner, Loop reduce, int rows, float[] out, int o, float[] a, int p,
      float[] b, int q) {
    int n = inner.count(rows);
    int terms = reduce.count(rows);
    float alpha = (float) nest.alpha();
    if (terms == 1 && !nest.add()) { // a transpose, mostly
      for (int k = 0; k < n; k++) {
        out[o + k * inner.out()] = alpha * (a[p + k * inner.a()] * b[q + k * inner.b()]);
      }
      return;
    }
    for (int k = 0; k < n; k++) {
      float sum = 0;
      for (int r = 0; r < terms; r++) {
        sum += a[p + k * inner.a() + r * reduce.a()] * b[q + k * inner.b() + r * reduce.b()];
      }
      int at = o + k * inner.out();
      out[at] = nest.add() ? out[at] + alpha * sum : alpha * sum;
    }
  }

  private static float sum(Loop x, Loop y, int rows, float[] a, int p, float[] b, int q) {
    float sum = 0;
    for (int i = 0; i < x.count(rows); i++) {
      for (int k = 0; k < y.count(rows); k++) {
        sum += a[p + i * x.a() + k * y.a()] * b[q + i * x.b() + k * y.b()];
      }
    }
    return sum;
  }

  @Override
  public void apply(Function f, int rows, int width, float[] out, int outOffset, int outStride, float[] x, int xOffset,
      int xStride) {
    FloatRows.apply(f, rows, width, out, outOffset, outStride, x, xOffset, xStride);
  }

  @Override
  public void matrixProduct(int m, int n, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int bOffset,
      int bRow, float[] c, int cOffset, int cRow, double alpha, boolean add) {
    PRODUCT.run(m, n, k, a, aOffset, aRow, aColumn, b, bOffset, bRow, c, cOffset, cRow, (float) alpha, add);
  }

  @Override
  public void gather(int[] index, int first, int rows, int width, float[] from, float[] to, int toOffset) {
    FloatRows.gather(index, first, rows, width, from, to, toOffset);
  }

  @Override
  public void scatter(int[] index, int first, int rows, int width, float[] from, int fromOffset, float[] to) {
    FloatRows.scatter(index, first, rows, width, from, fromOffset, to);
  }

  @Override
  public void scatterAdd(int[] index, int first, int rows, int width, float[] from, int fromOffset, float[] to) {
    FloatRows.scatterAdd(index, first, rows, width, from, fromOffset, to);
  }

  @Override
  public void add(float[] to, int toOffset, float[] from, int fromOffset, int count) {
    FloatRows.add(to, toOffset, from, fromOffset, count);
  }
}
