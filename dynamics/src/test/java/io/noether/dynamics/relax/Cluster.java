package io.noether.dynamics.relax;

import io.noether.core.Structure;
import java.util.Arrays;

/** Thirteen atoms near the icosahedron that is their lowest minimum with the Lennard-Jones potential. */
final class Cluster {
  /** ε; D. J. Wales and J. P. K. Doye, J. Phys. Chem. A 101, 5111 (1997). */
  static final double LOWEST = -44.326801;

  private Cluster() {}

  static Structure icosahedron(double radius) {
    double golden = (1 + Math.sqrt(5)) / 2;
    double[] positions = new double[39];
    double scale = radius / Math.sqrt(1 + golden * golden);
    int atom = 1;
    for (int axis = 0; axis < 3; axis++) {
      for (int corner = 0; corner < 4; corner++) {
        positions[3 * atom + axis] = scale * (corner < 2 ? 1 : -1);
        positions[3 * atom + (axis + 1) % 3] = scale * golden * (corner % 2 == 0 ? 1 : -1);
        atom++;
      }
    }
    int[] numbers = new int[13];
    Arrays.fill(numbers, 18);
    return Structure.of(numbers, positions);
  }
}
