package io.noether.dynamics.md;

import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;

/**
 * The motions of a structure as a whole: translations, and rotations if it does not repeat. Without fixed atoms forces
 * do not excite them. As orthonormal vectors over √m v, so that taking them out takes the least kinetic energy out.
 */
final class RigidMotion {
  /** A rotation with less than this part of the inertia is that of a line about itself. */
  private static final double NO_INERTIA = 1e-8;

  private final double[] rootMasses;
  private final List<double[]> modes = new ArrayList<>();

  private RigidMotion(double[] rootMasses) {
    this.rootMasses = rootMasses;
  }

  static RigidMotion of(Structure structure) {
    double[] masses = Particles.masses(structure);
    double[] roots = new double[masses.length];
    double[] centre = new double[3];
    double total = 0;
    for (int atom = 0; atom < masses.length; atom++) {
      roots[atom] = Math.sqrt(masses[atom]);
      total += masses[atom];
      for (int axis = 0; axis < 3; axis++) {
        centre[axis] += masses[atom] * structure.position(atom, axis);
      }
    }
    var motion = new RigidMotion(roots);
    for (int axis = 0; axis < 3; axis++) {
      double[] mode = new double[3 * masses.length];
      for (int atom = 0; atom < masses.length; atom++) {
        mode[3 * atom + axis] = roots[atom];
      }
      motion.add(mode, 0);
      centre[axis] /= total;
    }
    if (!structure.periodicity().any()) {
      motion.addRotations(structure, centre);
    }
    return motion;
  }

  private void addRotations(Structure structure, double[] centre) {
    double inertia = 0;
    double[][] rotations = new double[3][3 * rootMasses.length];
    for (int atom = 0; atom < rootMasses.length; atom++) {
      for (int axis = 0; axis < 3; axis++) {
        double arm = rootMasses[atom] * (structure.position(atom, axis) - centre[axis]);
        rotations[(axis + 2) % 3][3 * atom + (axis + 1) % 3] = arm; // e_z × x e_x = x e_y
        rotations[(axis + 1) % 3][3 * atom + (axis + 2) % 3] = -arm; // e_y × x e_x = -x e_z
        inertia += 2 * arm * arm;
      }
    }
    for (double[] rotation : rotations) {
      add(rotation, NO_INERTIA * inertia);
    }
  }

  /** Makes a motion orthogonal to the others and takes it, if more than {@code least} of its square is left. */
  private void add(double[] mode, double least) {
    project(mode);
    project(mode); // once more, for what rounding left
    double square = dot(mode, mode);
    if (square > least) {
      double factor = 1 / Math.sqrt(square);
      for (int k = 0; k < mode.length; k++) {
        mode[k] *= factor;
      }
      modes.add(mode);
    }
  }

  /** How many independent ones there are: 3 in a crystal, 6 of a molecule, 5 of a linear one, 3 of an atom. */
  int count() {
    return modes.size();
  }

  /** Takes them out of velocities. */
  void removeFrom(double[] velocities) {
    double[] weighted = velocities.clone();
    for (int k = 0; k < weighted.length; k++) {
      weighted[k] *= rootMasses[k / 3];
    }
    project(weighted);
    project(weighted);
    for (int k = 0; k < weighted.length; k++) {
      velocities[k] = weighted[k] / rootMasses[k / 3];
    }
  }

  private void project(double[] vector) {
    for (double[] mode : modes) {
      double part = dot(mode, vector);
      for (int k = 0; k < vector.length; k++) {
        vector[k] -= part * mode[k];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }
}
