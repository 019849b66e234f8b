package io.noether.dynamics.relax;

import java.util.function.UnaryOperator;

/** Solves A x = b for a symmetric positive definite A that is only known by what it does to vectors. */
final class ConjugateGradients {
  private static final double TOLERANCE = 1e-3; // of the right-hand side's length

  private ConjugateGradients() {}

  /**
   * The solution, by conjugate gradients preconditioned with A's diagonal.
   *
   * @param a the operator
   * @param diagonal of a, roughly; positive
   * @param b right-hand side
   */
  static double[] solve(UnaryOperator<double[]> a, double[] diagonal, double[] b) {
    double[] x = new double[b.length];
    double[] r = b.clone();
    double[] z = quotient(r, diagonal);
    double[] p = z.clone();
    double rz = Vector.dot(r, z);
    double goal = TOLERANCE * Vector.length(b);
    for (int k = 0; k < b.length && Vector.length(r) > goal; k++) {
      double[] ap = a.apply(p);
      double step = rz / Vector.dot(p, ap);
      Vector.add(x, step, p);
      Vector.add(r, -step, ap);
      z = quotient(r, diagonal);
      double before = rz;
      rz = Vector.dot(r, z);
      p = Vector.sum(z, rz / before, p);
    }
    return x;
  }

  private static double[] quotient(double[] a, double[] b) {
    double[] quotient = new double[a.length];
    for (int k = 0; k < a.length; k++) {
      quotient[k] = a[k] / b[k];
    }
    return quotient;
  }
}
