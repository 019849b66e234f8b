package io.noether.autodiff.plan.run;

import io.noether.autodiff.plan.lower.View;

/**
 * What the kernels of a pass see: arrays and offsets for its storages, scratch for sums as one array more, its row maps,
 * and the rows of the current tile.
 */
final class Tile {
  final Object[] arrays;
  final int[] offsets;
  /** Where arrays of the pass's own rows begin. */
  final int[] starts;
  final int[][] maps;
  int firstRow;
  int rows;

  Tile(int storages, int maps, Object sums) {
    this.arrays = new Object[storages + 1];
    this.arrays[storages] = sums;
    this.offsets = new int[storages];
    this.starts = new int[storages];
    this.maps = new int[maps][];
  }

  Object array(View view) {
    return arrays[view.storage()];
  }

  int offset(View view) {
    return offsets[view.storage()] + view.offset();
  }
}
