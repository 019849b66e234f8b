package io.noether.nn.permutation;

/** Gaussian elimination, plain and dense: ranks, and consistent systems with more equations than unknowns. */
final class RowReduction {
  /** Below this, relative to the largest entry, a pivot is noise. */
  private static final double NOISE = 1e-9;

  private final double[][] rows;
  private final int[] pivotColumns;

  /**
   * Reduces a matrix, which is overwritten.
   *
   * @param columns how many of the first columns may have pivots
   */
  RowReduction(double[][] matrix, int columns) {
    rows = matrix;
    var pivots = java.util.stream.IntStream.builder();
    double noise = 0;
    for (double[] row : rows) {
      for (int c = 0; c < columns; c++) {
        noise = Math.max(noise, NOISE * Math.abs(row[c]));
      }
    }
    int done = 0;
    for (int c = 0; c < columns && done < rows.length; c++) {
      int best = done;
      for (int r = done; r < rows.length; r++) {
        best = Math.abs(rows[r][c]) > Math.abs(rows[best][c]) ? r : best;
      }
      if (Math.abs(rows[best][c]) <= noise) {
        continue;
      }
      double[] pivot = rows[best];
      rows[best] = rows[done];
      rows[done] = pivot;
      for (int r = 0; r < rows.length; r++) {
        double factor = rows[r][c] / pivot[c];
        if (r != done && factor != 0) {
          for (int k = c; k < pivot.length; k++) {
            rows[r][k] -= factor * pivot[k];
          }
        }
      }
      pivots.add(c);
      done++;
    }
    pivotColumns = pivots.build().toArray();
  }

  int rank() {
    return pivotColumns.length;
  }

  /** One solution of the system whose right side is the given column; unknowns without a pivot are zero. */
  double[] solution(int unknowns, int rightSide) {
    double[] x = new double[unknowns];
    for (int r = 0; r < pivotColumns.length; r++) {
      x[pivotColumns[r]] = rows[r][rightSide] / rows[r][pivotColumns[r]];
    }
    return x;
  }
}
