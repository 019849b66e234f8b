package io.noether.autodiff.kernels;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.MatrixBlock;
import io.noether.autodiff.emit.MatrixBlock.Layout;
import io.noether.autodiff.emit.MatrixKernel;
import io.noether.autodiff.emit.MatrixKernels;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products cut into register blocks, each emitted when it is first needed. Bits do not depend on the cut.
 *
 * <p>Columns are cut into panels of up to four vectors. Where columns are left over, the last vector overlaps the one
 * before it and changes the rest only. Fewer columns than lanes are computed number by number. (Narrower vectors are no
 * way out: once the JVM has seen two classes of vectors, C2 no longer knows which one a call is for, and boxes them.)
 * Rows are cut evenly: 27 are 6 + 6 + 5 + 5 + 5, because a last block of a row or two would wait for its own sums. A
 * panel of B serves all rows before the next one is read. The cut into panels does not depend on the number of rows, so
 * that few different blocks occur and the JVM has few to compile.
 */
final class MatrixProduct {
  private final Precision precision;
  private final int lanes;
  private final int sums;
  private final AtomicReferenceArray<@Nullable MatrixKernel> kernels = new AtomicReferenceArray<>(
      2 * 2 * 2 * Layout.values().length * MatrixBlock.MOST_VECTORS * MatrixBlock.MOST_ROWS);

  /**
   * @param lanes of vectors; 1 for single numbers
   * @param registers for vectors
   */
  MatrixProduct(Precision precision, int lanes, int registers) {
    this.precision = precision;
    this.lanes = lanes;
    this.sums = registers * 3 / 4; // the others hold numbers of A and B
  }

  /** C (+)= alpha · A·B, see {@link Kernels#matrixProduct}. Arrays are of the precision. */
  void run(int m, int n, int k, Object a, int aOffset, int aRow, int aColumn, Object b, int bOffset, int bRow, Object c,
      int cOffset, int cRow, double alpha, boolean add) {
    int width = n < lanes ? 1 : lanes;
    int vectors = n / width;
    int j = 0;
    for (int panels = Math.ceilDiv(vectors, MatrixBlock.MOST_VECTORS); panels > 0; panels--) {
      int share = Math.ceilDiv(vectors, panels);
      panel(share, width, 0, m, k, a, aOffset, aRow, aColumn, b, bOffset + j, bRow, c, cOffset + j, cRow, alpha, add);
      vectors -= share;
      j += share * width;
    }
    if (j < n) {
      int start = n - width;
      panel(1, width, n - j, m, k, a, aOffset, aRow, aColumn, b, bOffset + start, bRow, c, cOffset + start, cRow, alpha,
          add);
    }
  }

  private int mostRows(int vectors) {
    return Math.min(MatrixBlock.MOST_ROWS, sums / vectors);
  }

  /** Some vectors of columns; of a tail, the last columns. */
  private void panel(int vectors, int width, int last, int m, int k, Object a, int aOffset, int aRow, int aColumn,
      Object b, int bOffset, int bRow, Object c, int cOffset, int cRow, double alpha, boolean add) {
    Layout layout = aColumn == 1 ? Layout.ROWS : aRow == 1 ? Layout.COLUMNS : Layout.ANY;
    int i = 0;
    for (int blocks = Math.ceilDiv(m, mostRows(vectors)); blocks > 0; blocks--) {
      int rows = Math.ceilDiv(m - i, blocks);
      kernel(rows, vectors, width, layout, add, last > 0).run(k, a, aOffset + i * aRow, aRow, aColumn, b, bOffset, bRow,
          c, cOffset + i * cRow, cRow, alpha, last);
      i += rows;
    }
  }

  private MatrixKernel kernel(int rows, int vectors, int width, Layout layout, boolean add, boolean tail) {
    int kind = (width == 1 ? 1 : 0) + (add ? 2 : 0) + (tail ? 4 : 0) + 8 * layout.ordinal();
    int key = rows - 1 + MatrixBlock.MOST_ROWS * (vectors - 1 + MatrixBlock.MOST_VECTORS * kind);
    MatrixKernel kernel = kernels.getAcquire(key);
    return kernel == null ? emit(key, new MatrixBlock(rows, vectors, width, layout, add, tail)) : kernel;
  }

  /** If two threads emit the same block, the first one's is kept. */
  private MatrixKernel emit(int key, MatrixBlock block) {
    MatrixKernel own = MatrixKernels.emit(block, precision);
    MatrixKernel other = kernels.compareAndExchange(key, null, own);
    return other == null ? own : other;
  }
}
