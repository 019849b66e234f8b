package io.noether.dynamics.relax;

import io.noether.core.geometry.Matrix3;
import java.util.Arrays;

/**
 * The Hessian of springs along all {@link Bonds}, in the coordinates of a relaxation, strains included: what an optimiser
 * may believe of a material that it knows nothing else about. Long waves, strains and loosely bound atoms are soft, bonds
 * are stiff, so a step goes far where it can (the idea of D. Packwood et al., J. Chem. Phys. 144, 164109 (2016)).
 *
 * <p>When coordinates change, a bond changes by d = F (dX_j - dX_i) + dU F⁻¹ r and costs k/2 (0.9 (d·r/|r|)² + 0.1 d²):
 * a spring resists less across than along. What nothing holds is held by weak anchors.
 */
final class SpringPreconditioner {
  private static final double ACROSS = 0.1;
  private static final double ANCHOR = 0.05; // eV/Å²
  private static final double STRAIN_ANCHOR = 1e-3; // eV/Å³

  private final Coordinates coordinates;
  private final Bonds bonds;
  private final double[] deformation;
  private final double[] directions; // r/|r|
  private final double[] undeformed; // F⁻¹ r
  private final double strainAnchor;
  private final double[] diagonal;

  SpringPreconditioner(Point point, Coordinates coordinates) {
    this.coordinates = coordinates;
    bonds = new Bonds(point.structure());
    deformation = coordinates.deformation(point.x());
    strainAnchor = STRAIN_ANCHOR * point.structure().cell().volume();
    double[] inverse = Matrix3.inverse(deformation);
    directions = new double[3 * bonds.count()];
    undeformed = new double[3 * bonds.count()];
    for (int e = 0; e < 3 * bonds.count(); e += 3) {
      double[] r = Arrays.copyOfRange(bonds.vectors(), e, e + 3);
      Vector.addTo(directions, e, 1 / Vector.length(r), r);
      Matrix3.addProduct(inverse, r, 0, 1, undeformed, e);
    }
    diagonal = diagonal();
  }

  /** The change of the coordinates that these springs allow for a change of the gradient. */
  double[] solve(double[] gradient) {
    return ConjugateGradients.solve(this::apply, diagonal, gradient);
  }

  /** The change of the gradient for a change of the coordinates. */
  double[] apply(double[] change) {
    double[] result = new double[change.length];
    int u = coordinates.cellOffset();
    double[] strain = coordinates.hasCell() ? Arrays.copyOfRange(change, u, u + 9) : new double[9];
    double[] moved = deformed(change);
    double[] pulled = new double[u];
    double[] d = new double[3];
    for (int bond = 0; bond < bonds.count(); bond++) {
      int i = 3 * bonds.first(bond);
      int j = 3 * bonds.second(bond);
      int e = 3 * bond;
      for (int axis = 0; axis < 3; axis++) {
        d[axis] = moved[j + axis] - moved[i + axis];
      }
      Matrix3.addProduct(strain, undeformed, e, 1, d, 0);
      double along = (1 - ACROSS) * (directions[e] * d[0] + directions[e + 1] * d[1] + directions[e + 2] * d[2]);
      for (int axis = 0; axis < 3; axis++) {
        double pull = bonds.stiffness(bond) * (along * directions[e + axis] + ACROSS * d[axis]);
        pulled[j + axis] += pull;
        pulled[i + axis] -= pull;
        for (int k = u + 3 * axis; k < result.length && k < u + 3 * axis + 3; k++) {
          result[k] += pull * undeformed[e + k - u - 3 * axis];
        }
      }
    }
    Vector.add(pulled, ANCHOR, moved);
    System.arraycopy(deformed(pulled), 0, result, 0, u);
    for (int k = u; k < result.length; k++) {
      result[k] += strainAnchor * change[k];
    }
    coordinates.project(result);
    return result;
  }

  /** F times the vector of each atom. */
  private double[] deformed(double[] vectors) {
    double[] result = new double[coordinates.cellOffset()];
    for (int k = 0; k < result.length; k += 3) {
      Matrix3.addProduct(deformation, vectors, k, 1, result, k);
    }
    return result;
  }

  /** Roughly: as if nothing were deformed. */
  private double[] diagonal() {
    int u = coordinates.cellOffset();
    double[] result = new double[u + (coordinates.hasCell() ? 9 : 0)];
    Arrays.fill(result, 0, u, ANCHOR);
    Arrays.fill(result, u, result.length, strainAnchor);
    for (int bond = 0; bond < bonds.count(); bond++) {
      int e = 3 * bond;
      for (int axis = 0; axis < 3; axis++) {
        double along = (1 - ACROSS) * directions[e + axis] * directions[e + axis];
        double k = bonds.stiffness(bond) * (along + ACROSS);
        result[3 * bonds.first(bond) + axis] += k;
        result[3 * bonds.second(bond) + axis] += k;
        for (int b = u + 3 * axis; b < result.length && b < u + 3 * axis + 3; b++) {
          double q = undeformed[e + b - u - 3 * axis];
          result[b] += k * q * q;
        }
      }
    }
    if (coordinates.hasCell()) {
      Matrix3.symmetrise(result, u);
    }
    return result;
  }
}
