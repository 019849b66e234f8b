package io.noether.nn.permutation;

/** Tuples of the nodes of one graph and their rows, by definition. */
final class Indices {
  private Indices() {}

  static int power(int n, int exponent) {
    int product = 1;
    for (int k = 0; k < exponent; k++) {
      product *= n;
    }
    return product;
  }

  static int[] tuple(int row, int n, int order) {
    int[] tuple = new int[order];
    int rest = row;
    for (int k = order - 1; k >= 0; k--) {
      tuple[k] = rest % n;
      rest /= n;
    }
    return tuple;
  }

  static int row(int[] tuple, int n) {
    int row = 0;
    for (int index : tuple) {
      row = row * n + index;
    }
    return row;
  }

  /** Where relabelling takes each row: (i_1, …) goes to (σ(i_1), …). */
  static int[] relabelled(int[] permutation, int order) {
    int n = permutation.length;
    int[] rows = new int[power(n, order)];
    for (int row = 0; row < rows.length; row++) {
      int[] tuple = tuple(row, n, order);
      for (int k = 0; k < order; k++) {
        tuple[k] = permutation[tuple[k]];
      }
      rows[row] = row(tuple, n);
    }
    return rows;
  }
}
