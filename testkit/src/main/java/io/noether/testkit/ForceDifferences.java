package io.noether.testkit;

import io.noether.core.Potential;
import io.noether.core.Structure;

/** A Hessian from differences of forces: what automatic second derivatives are compared with. */
public final class ForceDifferences {
  private static final double H = 1e-4; // Å: below the width of the turns of PaiNN's norms, √(V² + 1e-8)

  private ForceDifferences() {}

  /** By five-point differences, whose error is of the order of the fourth power of the step. */
  public static double[] hessian(Potential potential, Structure structure) {
    int n = 3 * structure.size();
    double[] hessian = new double[n * n];
    for (int k = 0; k < n; k++) {
      double[][] forces = new double[5][];
      for (int step = -2; step <= 2; step++) {
        double[] positions = structure.positions();
        positions[k] += step * H;
        forces[step + 2] = potential.predict(structure.withPositions(positions)).forces();
      }
      for (int j = 0; j < n; j++) {
        double slope = (forces[0][j] - 8 * forces[1][j] + 8 * forces[3][j] - forces[4][j]) / (12 * H);
        hessian[k * n + j] -= slope / 2;
        hessian[j * n + k] -= slope / 2;
      }
    }
    return hessian;
  }
}
