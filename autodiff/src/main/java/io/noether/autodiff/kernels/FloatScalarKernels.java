package io.noether.autodiff.kernels;

import io.noether.autodiff.Precision;

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
  public void load(double[] from, int offset, float[] to, int toOffset, int count) {
    FloatRows.load(from, offset, to, toOffset, count);
  }

  @Override
  public void store(float[] from, int offset, double[] to, int toOffset, int count) {
    FloatRows.store(from, offset, to, toOffset, count);
  }

  @Override
  public void matrixProduct(int m, int n, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int bOffset,
      int bRow, float[] c, int cOffset, int cRow, double alpha, boolean add) {
    PRODUCT.run(m, n, k, a, aOffset, aRow, aColumn, b, bOffset, bRow, c, cOffset, cRow, (float) alpha, add);
  }

  @Override
  public void add(float[] to, int toOffset, float[] from, int fromOffset, int count) {
    FloatRows.add(to, toOffset, from, fromOffset, count);
  }
}
