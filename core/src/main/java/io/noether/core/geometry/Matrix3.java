package io.noether.core.geometry;

/** Real 3×3 matrices as nine numbers row by row. Results are new arrays unless a method says otherwise. */
public final class Matrix3 {
  private Matrix3() {}

  /** The matrix product a·b. */
  public static double[] product(double[] a, double[] b) {
    var product = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        product[3 * i + j] = a[3 * i] * b[j] + a[3 * i + 1] * b[3 + j] + a[3 * i + 2] * b[6 + j];
      }
    }
    return product;
  }

  /** The matrix with rows and columns exchanged. */
  public static double[] transposed(double[] m) {
    return new double[] {m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8]};
  }

  /** The determinant. */
  public static double determinant(double[] m) {
    return m[0] * cofactor(m, 0, 0) + m[1] * cofactor(m, 0, 1) + m[2] * cofactor(m, 0, 2);
  }

  /** The inverse; its numbers are not finite if the matrix is singular. */
  public static double[] inverse(double[] m) {
    double determinant = determinant(m);
    var inverse = new double[9];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        inverse[3 * j + i] = cofactor(m, i, j) / determinant;
      }
    }
    return inverse;
  }

  private static double cofactor(double[] m, int i, int j) {
    int p = 3 * ((i + 1) % 3);
    int q = 3 * ((i + 2) % 3);
    int r = (j + 1) % 3;
    int s = (j + 2) % 3;
    return m[p + r] * m[q + s] - m[p + s] * m[q + r];
  }

  /** Adds factor · m·v to the three numbers of {@code into} from {@code at} on; v begins at an offset of its array. */
  public static void addProduct(double[] m, double[] v, int offset, double factor, double[] into, int at) {
    for (int i = 0; i < 3; i++) {
      into[at + i] += factor * (m[3 * i] * v[offset] + m[3 * i + 1] * v[offset + 1] + m[3 * i + 2] * v[offset + 2]);
    }
  }

  /** Replaces the matrix that begins at an offset of an array by its symmetric part. */
  public static void symmetrise(double[] m, int offset) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (m[offset + 3 * i + j] + m[offset + 3 * j + i]) / 2;
        m[offset + 3 * i + j] = mean;
        m[offset + 3 * j + i] = mean;
      }
    }
  }
}
