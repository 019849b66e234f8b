package io.noether.autodiff.plan;

import io.noether.autodiff.emit.RowKernel;

/** A kernel call as it is run. */
sealed interface TileCall {
  <A> void run(Tile<A> tile);

  /** A generated kernel. */
  record Rows(RowKernel kernel) implements TileCall {
    @Override
    public <A> void run(Tile<A> tile) {
      kernel.run(tile.arrays, tile.offsets, tile.maps, tile.firstRow, tile.rows);
    }
  }

  /** A matrix product. */
  record Matrices(MatrixProduct product) implements TileCall {
    @Override
    public <A> void run(Tile<A> tile) {
      product.run(tile);
    }
  }
}
