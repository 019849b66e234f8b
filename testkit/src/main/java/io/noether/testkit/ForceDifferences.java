package io.noether.testkit;

import io.noether.core.Potential;
import io.noether.core.Structure;

/** The Hessian of any potential from differences of its forces: what exact second derivatives are compared with. */
public final class ForceDifferences {
  private static final double H = 1e-4; // Å: networks may turn sharply on this scale, as √(V² + 1e-8) does

  private ForceDifferences() {}

  /**
   * d²E/dR² by central differences of forces at five points, 10⁻⁴ Å apart, whose error falls with the fourth power of
   * the step. For potentials in double precision; needs 15 predictions for each atom.
   *
   * @return 3N × 3N numbers row by row, symmetric, in the order x, y, z of the first atom, of the second and so on, eV/Å²
   */
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
