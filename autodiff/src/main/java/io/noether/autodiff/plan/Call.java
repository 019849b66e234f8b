package io.noether.autodiff.plan;

import io.noether.autodiff.emit.RowLoop;

/** One kernel call on a tile. */
sealed interface Call {
  /** A generated kernel. */
  record Rows(RowLoop loop) implements Call {}

  /** A matrix product. */
  record Matrices(MatrixProduct product) implements Call {}
}
