package io.noether.autodiff.kernels;

/** The scalar twin: plain loops, for JVMs without the vector module and as the other side of the kernels' tests. */
final class FloatScalarKernels implements Kernels<float[]> {
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
  public void matrixProduct(int m, int n, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int bOffset,
      int bRow, float[] c, int cOffset, int cRow, double alpha, boolean add) {
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int l = 0; l < k; l++) {
          sum = Math.fma(a[aOffset + i * aRow + l * aColumn], b[bOffset + l * bRow + j], sum);
        }
        int at = cOffset + i * cRow + j;
        c[at] = add ? Math.fma(sum, (float) alpha, c[at]) : sum * (float) alpha;
      }
    }
  }

  @Override
  public void add(float[] to, int toOffset, float[] from, int fromOffset, int count) {
    FloatRows.add(to, toOffset, from, fromOffset, count);
  }
}
