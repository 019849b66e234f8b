package io.noether.autodiff.emit;

import io.noether.autodiff.emit.loop.Base;
import io.noether.autodiff.emit.loop.RowLoop;

/** A {@link RowLoop} that can be run. Immutable; may be run by several threads on different tiles. */
public interface RowKernel {
  /**
   * Runs on some rows.
   *
   * @param arrays float[] or double[] by number, as {@link Base#array} counts them; the last one is scratch for sums, of
   *     at least {@link RowKernels#scratch} numbers, and may be missing where that is none
   * @param offsets where each array's first row (or, for shared and mapped rows, the array itself) begins
   * @param maps row maps by number
   * @param firstRow the position in the maps of the tile's first row
   */
  void run(Object[] arrays, int[] offsets, int[][] maps, int firstRow, int rows);
}
