package io.noether.nn.training;

/**
 * Least squares with few unknowns, of minimum norm where the equations leave some open: normal equations, and the
 * eigenvectors of their matrix by cyclic Jacobi rotations (Golub and Van Loan, Matrix Computations, 8.5).
 */
final class SymmetricSystem {
  private static final int SWEEPS = 60;
  private static final double ZERO = 1e-10; // an eigenvalue this small beside the largest counts as none

  private final int n;
  private final double[][] matrix;
  private final double[] right;

  SymmetricSystem(int unknowns) {
    n = unknowns;
    matrix = new double[n][n];
    right = new double[n];
  }

  /** Adds the equation Σ row·x = value. */
  void add(double[] row, double value) {
    for (int i = 0; i < n; i++) {
      right[i] += row[i] * value;
      for (int j = 0; j < n; j++) {
        matrix[i][j] += row[i] * row[j];
      }
    }
  }

  /** @param rank number of independent unknowns; below their number, the rest is a choice */
  record Solution(double[] values, int rank) {}

  Solution solve() {
    double[][] a = new double[n][];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int p = 0; p < n; p++) {
        for (int q = p + 1; q < n; q++) {
          if (a[p][q] != 0) {
            rotate(a, v, p, q);
          }
        }
      }
    }
    double largest = 0;
    for (int k = 0; k < n; k++) {
      largest = Math.max(largest, a[k][k]);
    }
    double[] x = new double[n];
    int rank = 0;
    for (int k = 0; k < n; k++) {
      if (a[k][k] > ZERO * largest) {
        rank++;
        double along = 0;
        for (int i = 0; i < n; i++) {
          along += v[i][k] * right[i];
        }
        for (int i = 0; i < n; i++) {
          x[i] += v[i][k] * along / a[k][k];
        }
      }
    }
    return new Solution(x, rank);
  }

  /** Makes a[p][q] zero by a rotation in the plane of p and q. */
  private void rotate(double[][] a, double[][] v, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double c = 1 / Math.hypot(t, 1);
    double s = t * c;
    for (int k = 0; k < n; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < n; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
      double vp = v[k][p];
      double vq = v[k][q];
      v[k][p] = c * vp - s * vq;
      v[k][q] = s * vp + c * vq;
    }
    a[p][q] = 0;
    a[q][p] = 0;
  }
}
