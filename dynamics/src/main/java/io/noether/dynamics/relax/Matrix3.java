package io.noether.dynamics.relax;

/** 3×3 matrices, row by row. */
final class Matrix3 {
  private Matrix3() {}

  static double[] product(double[] a, double[] b) {
    double[] c = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int k = 0; k < 3; k++) {
        for (int j = 0; j < 3; j++) {
          c[3 * i + j] += a[3 * i + k] * b[3 * k + j];
        }
      }
    }
    return c;
  }

  static double[] inverse(double[] m) {
    double[] inverse = new double[9];
    double determinant = 0;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        inverse[3 * j + i] = m[3 * ((i + 1) % 3) + (j + 1) % 3] * m[3 * ((i + 2) % 3) + (j + 2) % 3]
            - m[3 * ((i + 1) % 3) + (j + 2) % 3] * m[3 * ((i + 2) % 3) + (j + 1) % 3];
      }
      determinant += m[3 * 0 + i] * inverse[3 * i];
    }
    for (int k = 0; k < 9; k++) {
      inverse[k] /= determinant;
    }
    return inverse;
  }

  /** into += factor · m v. */
  static void addProduct(double[] m, double[] v, int offset, double factor, double[] into, int at) {
    for (int i = 0; i < 3; i++) {
      into[at + i] += factor
          * (m[3 * i] * v[offset] + m[3 * i + 1] * v[offset + 1] + m[3 * i + 2] * v[offset + 2]);
    }
  }

  /** The symmetric part of the matrix that begins at an offset, in its place. */
  static void symmetrise(double[] m, int offset) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (m[offset + 3 * i + j] + m[offset + 3 * j + i]) / 2;
        m[offset + 3 * i + j] = mean;
        m[offset + 3 * j + i] = mean;
      }
    }
  }
}
