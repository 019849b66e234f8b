package io.noether.dynamics.vibrations;

import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;

/**
 * The motions of a structure as a whole that leave its energy as it is: three translations, and rotations about any axis
 * for a molecule, about the axis of what repeats along one vector, none for what repeats along more. In mass-weighted
 * coordinates √m R, orthonormal. A linear molecule does not notice one rotation, a single atom none.
 */
final class RigidMotions {
  private static final double NEGLIGIBLE = 0.01; // part of a rotation: a linear molecule is never quite straight

  private final Structure structure;
  private final double[] centre = new double[3];
  private final List<double[]> basis = new ArrayList<>();

  RigidMotions(Structure structure) {
    this.structure = structure;
    double mass = 0;
    for (int atom = 0; atom < structure.size(); atom++) {
      mass += structure.element(atom).mass();
      for (int axis = 0; axis < 3; axis++) {
        centre[axis] += structure.element(atom).mass() * structure.position(atom, axis);
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      centre[axis] /= mass;
    }
    for (int axis = 0; axis < 3; axis++) {
      add(translation(axis));
    }
    rotationAxes().forEach(axis -> add(rotation(axis)));
  }

  /** How many there are. */
  int count() {
    return basis.size();
  }

  /** Which part of a mass-weighted displacement of length 1 is such a motion, 0 to 1. */
  double share(double[] displacement) {
    double share = 0;
    for (double[] motion : basis) {
      double overlap = dot(motion, displacement);
      share += overlap * overlap;
    }
    return share;
  }

  private List<double[]> rotationAxes() {
    var axes = new ArrayList<double[]>();
    int repeats = 0;
    for (int k = 0; k < 3; k++) {
      if (structure.periodicity().along(k)) {
        repeats++;
        axes.add(new double[] {structure.cell().get(k, 0), structure.cell().get(k, 1), structure.cell().get(k, 2)});
      }
    }
    return switch (repeats) {
      case 0 -> List.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1});
      case 1 -> axes;
      default -> List.of();
    };
  }

  private double[] translation(int axis) {
    double[] motion = new double[3 * structure.size()];
    for (int atom = 0; atom < structure.size(); atom++) {
      motion[3 * atom + axis] = Math.sqrt(structure.element(atom).mass());
    }
    return motion;
  }

  private double[] rotation(double[] axis) {
    double[] motion = new double[3 * structure.size()];
    for (int atom = 0; atom < structure.size(); atom++) {
      double root = Math.sqrt(structure.element(atom).mass());
      for (int k = 0; k < 3; k++) {
        int p = (k + 1) % 3;
        int q = (k + 2) % 3;
        motion[3 * atom + k] = root * (axis[p] * (structure.position(atom, q) - centre[q])
            - axis[q] * (structure.position(atom, p) - centre[p]));
      }
    }
    return motion;
  }

  /** Adds what is new in a motion, if anything is. */
  private void add(double[] motion) {
    double size = Math.sqrt(dot(motion, motion));
    double[] left = motion.clone();
    for (int pass = 0; pass < 2; pass++) { // the second removes rounding errors of the first
      for (double[] known : basis) {
        double overlap = dot(known, left);
        for (int k = 0; k < left.length; k++) {
          left[k] -= overlap * known[k];
        }
      }
    }
    double length = Math.sqrt(dot(left, left));
    if (length > NEGLIGIBLE * Math.max(size, Math.sqrt(structure.size()))) {
      for (int k = 0; k < left.length; k++) {
        left[k] /= length;
      }
      basis.add(left);
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
