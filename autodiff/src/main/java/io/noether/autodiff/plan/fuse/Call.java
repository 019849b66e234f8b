package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.plan.lower.TileProduct;

/** One kernel call on a tile. */
public sealed interface Call {
  /** A generated kernel. */
  record Rows(RowLoop loop) implements Call {}

  /** A matrix product. */
  record Matrices(TileProduct product) implements Call {}
}
