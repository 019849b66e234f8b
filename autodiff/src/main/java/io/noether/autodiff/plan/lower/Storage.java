package io.noether.autodiff.plan.lower;

import io.noether.autodiff.Tensor;

/** An array that a pass reads or writes. */
public sealed interface Storage {
  /** The storage with this number is the constant zero, in every pass. */
  int ZERO = 0;

  /** A buffer for the rows of one tile. */
  record Buffer(int width) implements Storage {}

  /** Stored rows of the pass's own space, in their natural order. */
  record Rows(Tensor tensor, int width) implements Storage {}

  /** All of a stored tensor: one on the point, or one that rows are gathered from or summed into. */
  record Whole(Tensor tensor) implements Storage {}

  /**
   * This partition's share of a sum to the point, at an offset among all such sums of the pass.
   *
   * @param perTile whether rows are added up for each tile first, so that long sums in single precision keep their digits
   */
  record Accumulator(int offset, int width, boolean perTile) implements Storage {}

  /** A constant, which needs no memory. */
  record Number(double value) implements Storage {}
}
