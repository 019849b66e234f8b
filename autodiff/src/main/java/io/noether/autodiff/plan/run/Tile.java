package io.noether.autodiff.plan.run;

import io.noether.autodiff.kernels.Kernels;
import io.noether.autodiff.plan.lower.View;

/**
 * What the kernels of a pass see: arrays and offsets for its storages, scratch for sums as one array more, its row maps,
 * and the rows of the current tile.
 */
final class Tile<A> {
  final Kernels<A> kernels;
  final Kernels<A> scalarKernels;
  final Object[] arrays;
  final int[] offsets;
  /** Where arrays of the pass's own rows begin. */
  final int[] starts;
  final int[][] maps;
  int firstRow;
  int rows;

  Tile(Kernels<A> kernels, Kernels<A> scalarKernels, int storages, int maps, A sums) {
    this.kernels = kernels;
    this.scalarKernels = scalarKernels;
    this.arrays = new Object[storages + 1];
    this.arrays[storages] = sums;
    this.offsets = new int[storages];
    this.starts = new int[storages];
    this.maps = new int[maps][];
  }

  @SuppressWarnings("unchecked") // only arrays of this tile's kernels are put in
  A array(View view) {
    return (A) arrays[view.storage()];
  }

  int offset(View view) {
    return offsets[view.storage()] + view.offset();
  }
}
