package io.noether.autodiff.kernels;

/**
 * What is done in one precision on arrays of type {@code A} and is not generated. Offsets and strides count numbers.
 * Nothing here allocates but {@link #allocate}.
 */
public interface Kernels<A> {
  /** A new array of zeros. */
  A allocate(int length);

  /** Length of an array. */
  int length(A array);

  /** Sets {@code count} numbers. */
  void fill(A out, int from, int count, double value);

  /** Converts doubles into an array. */
  void load(double[] from, int offset, A to, int toOffset, int count);

  /** Converts an array into doubles. */
  void store(A from, int offset, double[] to, int toOffset, int count);

  /**
   * C (+)= alpha · A·B with C [m × n], A [m × k], B [k × n]. Columns of B and C are contiguous.
   *
   * @param aRow step of A from row to row
   * @param aColumn step of A from column to column
   */
  void matrixProduct(int m, int n, int k, A a, int aOffset, int aRow, int aColumn, A b, int bOffset, int bRow, A c,
      int cOffset, int cRow, double alpha, boolean add);

  /** {@code to} grows by {@code from}, number by number. */
  void add(A to, int toOffset, A from, int fromOffset, int count);
}
