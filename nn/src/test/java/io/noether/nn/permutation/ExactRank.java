package io.noether.nn.permutation;

import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.Fraction;

/** The rank of a matrix of whole numbers, by elimination with fractions: no tolerance decides. */
final class ExactRank {
  private ExactRank() {}

  static int of(int[][] matrix) {
    Fraction[][] rows = new Fraction[matrix.length][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = IntStream.of(matrix[r]).mapToObj(Fraction::of).toArray(Fraction[]::new);
    }
    int rank = 0;
    for (int c = 0; rows.length > 0 && c < rows[0].length; c++) {
      int column = c;
      int first = rank;
      var pivot = IntStream.range(first, rows.length).filter(r -> rows[r][column].signum() != 0).findFirst();
      if (pivot.isPresent()) {
        Fraction[] chosen = rows[pivot.getAsInt()];
        rows[pivot.getAsInt()] = rows[rank];
        rows[rank++] = chosen;
        IntStream.range(rank, rows.length).forEach(r -> eliminate(rows[r], chosen, column));
      }
    }
    return rank;
  }

  private static void eliminate(Fraction[] row, Fraction[] pivot, int column) {
    Fraction factor = row[column].divide(pivot[column]);
    for (int k = column; factor.signum() != 0 && k < row.length; k++) {
      if (pivot[k].signum() != 0) {
        row[k] = row[k].subtract(factor.multiply(pivot[k]));
      }
    }
  }
}
