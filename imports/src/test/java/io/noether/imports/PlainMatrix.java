package io.noether.imports;

/** A 3×3 matrix, as TensorNet's features are. */
record PlainMatrix(double[][] m) {
  static final PlainMatrix ZERO = new PlainMatrix(new double[3][3]);
  static final PlainMatrix UNIT = new PlainMatrix(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});

  /** [[0, −z, y], [z, 0, −x], [−y, x, 0]]. */
  static PlainMatrix skew(double[] u) {
    return new PlainMatrix(new double[][] {{0, -u[2], u[1]}, {u[2], 0, -u[0]}, {-u[1], u[0], 0}});
  }

  static PlainMatrix outer(double[] u) {
    double[][] result = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        result[a][b] = u[a] * u[b];
      }
    }
    return new PlainMatrix(result);
  }

  PlainMatrix plus(PlainMatrix other) {
    return plus(1, other);
  }

  PlainMatrix plus(double factor, PlainMatrix other) {
    double[][] result = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        result[a][b] = m[a][b] + factor * other.m[a][b];
      }
    }
    return new PlainMatrix(result);
  }

  PlainMatrix times(double factor) {
    return ZERO.plus(factor, this);
  }

  PlainMatrix times(PlainMatrix other) {
    double[][] result = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        for (int c = 0; c < 3; c++) {
          result[a][b] += m[a][c] * other.m[c][b];
        }
      }
    }
    return new PlainMatrix(result);
  }

  private PlainMatrix transposed() {
    double[][] result = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        result[a][b] = m[b][a];
      }
    }
    return new PlainMatrix(result);
  }

  /** A third of the trace on the diagonal. */
  PlainMatrix scalarPart() {
    return UNIT.times((m[0][0] + m[1][1] + m[2][2]) / 3);
  }

  PlainMatrix skewPart() {
    return plus(-1, transposed()).times(0.5);
  }

  /** Symmetric, with trace zero. */
  PlainMatrix symmetricPart() {
    return plus(transposed()).times(0.5).plus(-1, scalarPart());
  }

  double squares() {
    double sum = 0;
    for (double[] row : m) {
      for (double value : row) {
        sum += value * value;
      }
    }
    return sum;
  }
}
