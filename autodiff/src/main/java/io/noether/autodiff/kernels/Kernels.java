package io.noether.autodiff.kernels;

import io.noether.autodiff.Function;

/**
 * The kernels of one precision on arrays of type {@code A}. Offsets and strides count numbers. Nothing here allocates
 * but {@link #allocate}.
 */
public interface Kernels<A> {
  /** A new array of zeros. */
  A allocate(int length);

  /** Length of an array. */
  int length(A array);

  /** Sets {@code count} numbers. */
  void fill(A out, int from, int count, double value);

  /** Converts doubles into an array. */
  void load(double[] from, int offset, A to, int count);

  /** Converts an array into doubles. */
  void store(A from, double[] to, int count);

  /** Runs a loop nest over {@code rows} rows. */
  void contract(Nest nest, int rows, A out, int outOffset, A a, int aOffset, A b, int bOffset);

  /** Applies a function to {@code rows} rows of {@code width} numbers. */
  void apply(Function f, int rows, int width, A out, int outOffset, int outStride, A x, int xOffset, int xStride);

  /**
   * C (+)= alpha · A·B with C [m × n], A [m × k], B [k × n]. Columns of B and C are contiguous.
   *
   * @param aRow step of A from row to row
   * @param aColumn step of A from column to column
   */
  void matrixProduct(int m, int n, int k, A a, int aOffset, int aRow, int aColumn, A b, int bOffset, int bRow, A c,
      int cOffset, int cRow, double alpha, boolean add);

  /** Row r of {@code to} becomes row {@code index[first + r]} of {@code from}. */
  void gather(int[] index, int first, int rows, int width, A from, A to, int toOffset);

  /** Row {@code index[first + r]} of {@code to} becomes row r of {@code from}. */
  void scatter(int[] index, int first, int rows, int width, A from, int fromOffset, A to);

  /** Row {@code index[first + r]} of {@code to} grows by row r of {@code from}. */
  void scatterAdd(int[] index, int first, int rows, int width, A from, int fromOffset, A to);

  /** {@code to} grows by {@code from}, number by number. */
  void add(A to, int toOffset, A from, int fromOffset, int count);
}
