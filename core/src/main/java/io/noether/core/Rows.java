package io.noether.core;

/** Linear algebra on the rows of matrices with three columns, stored row by row. */
final class Rows {
  private Rows() {}

  static double dot(double[] p, int i, double[] q, int j) {
    return p[3 * i] * q[3 * j] + p[3 * i + 1] * q[3 * j + 1] + p[3 * i + 2] * q[3 * j + 2];
  }

  static double length(double[] p, int i) {
    return Math.sqrt(dot(p, i, p, i));
  }

  /** Row i of p times row j of q, as a vector product. */
  static double[] cross(double[] p, int i, double[] q, int j) {
    double px = p[3 * i];
    double py = p[3 * i + 1];
    double pz = p[3 * i + 2];
    double qx = q[3 * j];
    double qy = q[3 * j + 1];
    double qz = q[3 * j + 2];
    return new double[] {py * qz - pz * qy, pz * qx - px * qz, px * qy - py * qx};
  }

  static boolean finite(double[] numbers) {
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        return false;
      }
    }
    return true;
  }
}
