package io.noether.autodiff.emit;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.MatrixBlock.Layout;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies matrices of one precision, cut into register blocks, each emitted when it is first needed. Bits do not depend on the cut.
 *
 * <p>Columns are cut into panels of up to four vectors. Where columns are left over, the last vector overlaps the one
 * before it and changes the rest only. Fewer columns than lanes are computed number by number. (Narrower vectors are no
 * way out: once the JVM has seen two classes of vectors, C2 no longer knows which one a call is for, and boxes them.)
 * Rows are cut evenly: 27 are 6 + 6 + 5 + 5 + 5, because a last block of a row or two would wait for its own sums. A
 * panel of B serves all rows before the next one is read. The cut into panels does not depend on the number of rows, so
 * that few different blocks occur and the JVM has few to compile.
 */
public final class MatrixMultiplier {
  private static final int SCALAR_REGISTERS = 16;
  private static final MatrixMultiplier SCALAR_FLOAT = new MatrixMultiplier(Precision.FLOAT32, 1, SCALAR_REGISTERS);
  private static final MatrixMultiplier SCALAR_DOUBLE = new MatrixMultiplier(Precision.FLOAT64, 1, SCALAR_REGISTERS);

  /** Loaded only where the vector module is present. */
  private static final class InVectors {
    private static final MatrixMultiplier FLOAT =
        new MatrixMultiplier(Precision.FLOAT32, PreferredSpecies.FLOAT_LANES, PreferredSpecies.REGISTERS);
    private static final MatrixMultiplier DOUBLE =
        new MatrixMultiplier(Precision.FLOAT64, PreferredSpecies.DOUBLE_LANES, PreferredSpecies.REGISTERS);
  }

  private final Precision precision;
  private final int lanes;
  private final int sums;
  private final AtomicReferenceArray<@Nullable MatrixKernel> kernels = new AtomicReferenceArray<>(
      2 * 2 * 2 * Layout.values().length * MatrixBlock.MOST_VECTORS * MatrixBlock.MOST_ROWS);

  /**
   * @param lanes of vectors; 1 for single numbers
   * @param registers for vectors
   */
  private MatrixMultiplier(Precision precision, int lanes, int registers) {
    this.precision = precision;
    this.lanes = lanes;
    this.sums = registers * 3 / 4; // the others hold numbers of A and B
  }

  /** The multiplier for scalar code, which every JVM can run. */
  public static MatrixMultiplier scalar(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> SCALAR_FLOAT;
      case FLOAT64 -> SCALAR_DOUBLE;
    };
  }

  /** The multiplier for vectors; where the vector module is missing, the scalar one, which gives the same bits. */
  public static MatrixMultiplier fastest(Precision precision) {
    if (!VectorModule.isPresent()) {
      return scalar(precision);
    }
    return switch (precision) {
      case FLOAT32 -> InVectors.FLOAT;
      case FLOAT64 -> InVectors.DOUBLE;
    };
  }

  /**
   * C (+)= alpha · A·B with C [m × n], A [m × k], B [k × n]. Offsets and steps count numbers; columns of B and C are
   * contiguous.
   *
   * @param a float[] or double[], as the precision asks for; likewise b and c
   * @param aOffset where A begins; likewise the other two
   * @param aRow step of A from row to row; likewise the other two
   * @param aColumn step of A from column to column
   * @param alpha is rounded to the precision
   */
  public void run(int m, int n, int k, Object a, int aOffset, int aRow, int aColumn, Object b, int bOffset, int bRow,
      Object c,
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
