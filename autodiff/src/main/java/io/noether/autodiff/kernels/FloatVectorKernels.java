package io.noether.autodiff.kernels;

import io.noether.autodiff.Function;

/** The vector kernels. */
final class FloatVectorKernels implements Kernels<float[]> {
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
    switch (nest.mode()) {
      case VECTOR_VECTOR -> {
        if (nest.add()) {
          FloatVectorNest.addProducts(nest, rows, out, outOffset, a, aOffset, b, bOffset);
        } else {
          FloatVectorNest.products(nest, rows, out, outOffset, a, aOffset, b, bOffset);
        }
      }
      case VECTOR_SCALAR -> {
        if (nest.add()) {
          FloatVectorNest.addScaled(nest, rows, out, outOffset, a, aOffset, b, bOffset);
        } else {
          FloatVectorNest.scaled(nest, rows, out, outOffset, a, aOffset, b, bOffset);
        }
      }
      case DOT -> FloatVectorNest.dots(nest, rows, out, outOffset, a, aOffset, b, bOffset);
      case FILL -> FloatRows.fills(nest, rows, out, outOffset, a, aOffset, b, bOffset);
      case STRIDED -> FloatScalarKernels.strided(nest, rows, out, outOffset, a, aOffset, b, bOffset);
    }
  }

  @Override
  public void apply(Function f, int rows, int width, float[] out, int outOffset, int outStride, float[] x, int xOffset,
      int xStride) {
    boolean dense = outStride == width && xStride == width;
    int lines = dense ? 1 : rows;
    int length = dense ? rows * width : width;
    switch (f) {
      case EXP -> FloatVectorFunctions.exp(lines, length, out, outOffset, outStride, x, xOffset, xStride);
      case SIGMOID -> FloatVectorFunctions.sigmoid(lines, length, out, outOffset, outStride, x, xOffset, xStride);
      case SQRT -> FloatVectorFunctions.sqrt(lines, length, out, outOffset, outStride, x, xOffset, xStride);
      case RECIPROCAL -> FloatVectorFunctions.reciprocal(lines, length, out, outOffset, outStride, x, xOffset, xStride);
      case LOG, SIN, COS, TANH, STEP ->
        FloatRows.apply(f, lines, length, out, outOffset, outStride, x, xOffset, xStride);
    }
  }

  @Override
  public void matrixProduct(int m, int n, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int bOffset,
      int bRow, float[] c, int cOffset, int cRow, double alpha, boolean add) {
    FloatVectorMatrix.product(m, n, k, a, aOffset, aRow, aColumn, b, bOffset, bRow, c, cOffset, cRow, (float) alpha,
        add);
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
    FloatVectorNest.scatterAdd(index, first, rows, width, from, fromOffset, to);
  }

  @Override
  public void add(float[] to, int toOffset, float[] from, int fromOffset, int count) {
    FloatRows.add(to, toOffset, from, fromOffset, count);
  }
}
