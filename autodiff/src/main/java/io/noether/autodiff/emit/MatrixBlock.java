package io.noether.autodiff.emit;

import java.util.Locale;

/**
 * A register block of a matrix product: some rows of C by some vectors of its columns stay in registers over the whole
 * inner dimension, so that a vector of B, once loaded, serves all rows and a number of A all vectors. Each number of C is
 * one chain of fused multiply-adds in the order of the inner dimension, beginning with 0; then it is multiplied by alpha,
 * or, by one more fused multiply-add, multiplied by alpha and added to C. So bits do not depend on the block.
 *
 * @param rows 1 to {@link #MOST_ROWS}
 * @param vectors 1 to {@link #MOST_VECTORS}
 * @param lanes numbers of a vector: those of {@code SPECIES_PREFERRED}, or 1 for single numbers, without the vector module
 * @param add whether the product is added to C
 * @param tail whether only the last columns change, for what is left over of a matrix; more than one lane
 */
public record MatrixBlock(int rows, int vectors, int lanes, Layout layout, boolean add, boolean tail) {
  /** More make no better use of a vector of B. */
  public static final int MOST_ROWS = 12;
  /** More leave no registers for rows. */
  public static final int MOST_VECTORS = 4;

  /** Which steps of A are known to be 1; C2 then checks indices before the loop, or once for several rows. */
  public enum Layout {
    /** The step from column to column. */
    ROWS,
    /** The step from row to row: A is a transpose. */
    COLUMNS,
    /** Neither. */
    ANY
  }

  /** For stack traces and profiles, for example {@code MatrixBlock_6x4x16_rows_add}. */
  String name() {
    return "MatrixBlock_" + rows + "x" + vectors + "x" + lanes + "_" + layout.name().toLowerCase(Locale.ROOT)
        + (add ? "_add" : "") + (tail ? "_tail" : "");
  }
}
