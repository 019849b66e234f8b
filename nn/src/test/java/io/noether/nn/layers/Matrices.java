package io.noether.nn.layers;

/** Algebra of plain 3×3 matrices, for references. */
public final class Matrices {
  private Matrices() {}

  /** Σ coefficients[k]·matrices[k]. */
  public static double[][] combine(double[] coefficients, double[][]... matrices) {
    double[][] sum = new double[3][3];
    for (int k = 0; k < matrices.length; k++) {
      for (int a = 0; a < 3; a++) {
        for (int b = 0; b < 3; b++) {
          sum[a][b] += coefficients[k] * matrices[k][a][b];
        }
      }
    }
    return sum;
  }

  /** x + y + … */
  public static double[][] sum(double[][]... matrices) {
    double[] ones = new double[matrices.length];
    java.util.Arrays.fill(ones, 1);
    return combine(ones, matrices);
  }

  /** factor·x. */
  public static double[][] times(double factor, double[][] x) {
    return combine(new double[] {factor}, x);
  }

  /** x·y. */
  public static double[][] product(double[][] x, double[][] y) {
    double[][] z = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        for (int c = 0; c < 3; c++) {
          z[a][c] += x[a][b] * y[b][c];
        }
      }
    }
    return z;
  }

  /** xᵀ. */
  public static double[][] transposed(double[][] x) {
    double[][] y = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        y[b][a] = x[a][b];
      }
    }
    return y;
  }

  /** factor·1. */
  public static double[][] diagonal(double factor) {
    return new double[][] {{factor, 0, 0}, {0, factor, 0}, {0, 0, factor}};
  }

  /** [u]×. */
  public static double[][] skew(double[] u) {
    return new double[][] {{0, -u[2], u[1]}, {u[2], 0, -u[0]}, {-u[1], u[0], 0}};
  }

  /** uuᵀ - ⅓|u|². */
  public static double[][] quadrupole(double[] u) {
    double[][] x = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        x[a][b] = u[a] * u[b];
      }
    }
    return parts(x)[2];
  }

  /** Multiple of the unit matrix, antisymmetric part, symmetric part without trace. */
  public static double[][][] parts(double[][] x) {
    double[][] i = diagonal((x[0][0] + x[1][1] + x[2][2]) / 3);
    double[][] a = combine(new double[] {0.5, -0.5}, x, transposed(x));
    return new double[][][] {i, a, combine(new double[] {1, -1, -1}, x, i, a)};
  }

  /** Sum of the squares of the components. */
  public static double squares(double[][] x) {
    double sum = 0;
    for (double[] row : x) {
      for (double c : row) {
        sum += c * c;
      }
    }
    return sum;
  }
}
