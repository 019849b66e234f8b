package io.noether.dynamics.relax;

import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.geometry.Matrix3;
import java.util.Arrays;
import java.util.Set;

/**
 * What a relaxation varies: x = (X_1 … X_N, U), where R_i = (1 + U) X_i and a lattice vector is 1 + U times that of the
 * start, U symmetric (after E. B. Tadmor et al., Phys. Rev. B 59, 235 (1999)). Because atoms move with the cell, U = 0
 * and X = R at the start, and a strain alone does not change distances relative to the cell. Without a cell there is no
 * U. Atoms that are fixed have coordinates whose gradient is zero.
 */
final class Coordinates {
  private final Structure start;
  private final boolean cell;
  private final boolean[] fixed;

  /**
   * Coordinates of a structure.
   *
   * @param cell whether there is a U
   * @param fixed atoms that stay, from 0
   */
  Coordinates(Structure start, boolean cell, Set<Integer> fixed) {
    if (cell && !start.periodicity().all()) {
      throw new InputException(start.source() + ": repeats along " + start.periodicity() + " (T: yes, F: no); only a "
          + "cell that repeats in all directions has a stress and can be relaxed");
    }
    this.start = start;
    this.cell = cell;
    this.fixed = new boolean[start.size()];
    for (int atom : fixed) {
      if (atom < 0 || atom >= start.size()) {
        throw new InputException(start.source() + ": has " + start.size() + " atoms, so atom " + (atom + 1)
            + " cannot be fixed");
      }
      this.fixed[atom] = true;
    }
  }

  boolean hasCell() {
    return cell;
  }

  int atoms() {
    return start.size();
  }

  /** Where U begins. */
  int cellOffset() {
    return 3 * start.size();
  }

  double[] start() {
    return Arrays.copyOf(start.positions(), cellOffset() + (cell ? 9 : 0));
  }

  /** The atoms. @throws InputException if they are nowhere, or the cell is singular */
  Structure structure(double[] x) {
    Structure moved = start.withPositions(Arrays.copyOf(x, cellOffset()));
    return cell ? moved.strained(Arrays.copyOfRange(x, cellOffset(), x.length)) : moved;
  }

  /** F = 1 + U, symmetric, row by row. */
  double[] deformation(double[] x) {
    double[] f = cell ? Arrays.copyOfRange(x, cellOffset(), x.length) : new double[9];
    for (int axis = 0; axis < 3; axis++) {
      f[4 * axis] += 1;
    }
    return f;
  }

  /**
   * dE/dX_i = -F force_i, since F is symmetric, and dE/dU, the symmetric part of V (σ + p·1) F⁻¹.
   *
   * @param pull σ + p·1, eV/Å³
   * @param volume V, Å³
   */
  double[] gradient(double[] x, double[] forces, double[] pull, double volume) {
    double[] gradient = new double[x.length];
    double[] f = deformation(x);
    for (int atom = 0; atom < start.size(); atom++) {
      Matrix3.addProduct(f, forces, 3 * atom, -1, gradient, 3 * atom);
    }
    if (cell) {
      double[] slope = Matrix3.product(pull, Matrix3.inverse(f));
      for (int k = 0; k < 9; k++) {
        gradient[cellOffset() + k] = volume * slope[k];
      }
    }
    project(gradient);
    return gradient;
  }

  /** Takes out of a change what is not allowed: that of atoms which are fixed, and what would turn the cell. */
  void project(double[] change) {
    for (int k = 0; k < cellOffset(); k++) {
      change[k] = fixed[k / 3] ? 0 : change[k];
    }
    if (cell) {
      Matrix3.symmetrise(change, cellOffset());
    }
  }

  /** Forces, those on fixed atoms zero. */
  double[] free(double[] forces) {
    double[] free = forces.clone();
    for (int k = 0; k < free.length; k++) {
      free[k] = fixed[k / 3] ? 0 : free[k];
    }
    return free;
  }

  /**
   * How far a change moves atoms relative to the cell, Å, at most, or how far it strains the cell, in units of {@code
   * strainUnit}; whichever is more.
   */
  double size(double[] x, double[] change, double strainUnit) {
    double[] f = deformation(x);
    double[] moved = new double[3];
    double most = 0;
    for (int atom = 0; atom < start.size(); atom++) {
      Arrays.fill(moved, 0);
      Matrix3.addProduct(f, change, 3 * atom, 1, moved, 0);
      most = Math.max(most, Math.sqrt(moved[0] * moved[0] + moved[1] * moved[1] + moved[2] * moved[2]));
    }
    for (int k = cellOffset(); k < change.length; k++) {
      most = Math.max(most, Math.abs(change[k]) / strainUnit);
    }
    return most;
  }
}
