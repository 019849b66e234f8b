package io.noether.autodiff.emit;

/** A {@link MatrixBlock} that can be run. Immutable; may be run by several threads. */
public interface MatrixKernel {
  /**
   * C (+)= alpha · A·B with A [rows × k], B [k × columns], C [rows × columns]. Columns of B and C are contiguous.
   *
   * @param k the inner dimension
   * @param a float[] or double[], like b and c
   * @param aOffset where A begins, likewise the other two
   * @param aRow step of A from row to row, likewise the other two
   * @param aColumn step of A from column to column, as {@link MatrixBlock.Layout} allows
   * @param last how many columns, the last ones, a {@link MatrixBlock#tail} is to change; others change all
   */
  void run(int k, Object a, int aOffset, int aRow, int aColumn, Object b, int bOffset, int bRow, Object c, int cOffset,
      int cRow, double alpha, int last);
}
