package io.noether.dynamics;

import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.numbers.core.Sum;

/**
 * The motions of a structure as a whole that leave its energy as it is: three translations, and rotations about given axes
 * through the centre of mass. They are kept as orthonormal vectors of 3N mass-weighted components √m·v, the rotations along
 * the principal axes of the inertia tensor, whose eigenvalues tell which of them move anything: a linear molecule does not
 * notice a rotation about its own axis, a single atom does not notice any.
 */
public final class RigidMotions {
  private static final List<double[]> ALL_AXES =
      List.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1});

  private final double[] rootMasses;
  private final List<double[]> motions = new ArrayList<>();

  private RigidMotions(Structure structure) {
    rootMasses = new double[structure.size()];
    for (int atom = 0; atom < rootMasses.length; atom++) {
      rootMasses[atom] = Math.sqrt(structure.element(atom).mass());
    }
  }

  /**
   * Returns the translations of a structure and, if it does not repeat, its rotations about all axes.
   *
   * @param negligible a rotation is left out if it moves the atoms by less than this part of what all rotations move them
   *     together (root mean square, weighted with masses); between 0 and 1
   */
  public static RigidMotions of(Structure structure, double negligible) {
    return of(structure, structure.periodicity().any() ? List.of() : ALL_AXES, negligible);
  }

  /**
   * Returns the translations of a structure and its rotations about given axes.
   *
   * @param axes up to three independent vectors of any length
   * @param negligible as in {@link #of(Structure, double)}
   */
  public static RigidMotions of(Structure structure, List<double[]> axes, double negligible) {
    var rigid = new RigidMotions(structure);
    double mass = Math.sqrt(dot(rigid.rootMasses, rigid.rootMasses));
    for (int axis = 0; axis < 3; axis++) {
      double[] motion = new double[3 * structure.size()];
      for (int atom = 0; atom < structure.size(); atom++) {
        motion[3 * atom + axis] = rigid.rootMasses[atom] / mass;
      }
      rigid.motions.add(motion);
    }
    if (!axes.isEmpty()) {
      rigid.addRotations(structure, axes, negligible);
    }
    return rigid;
  }

  private void addRotations(Structure structure, List<double[]> axes, double negligible) {
    double[] centre = centre(structure);
    var rotations = axes.stream().map(axis -> rotation(structure, centre, axis)).toList();
    var inertia = new Array2DRowRealMatrix(axes.size(), axes.size());
    for (int i = 0; i < axes.size(); i++) {
      for (int j = 0; j < axes.size(); j++) {
        inertia.setEntry(i, j, dot(rotations.get(i), rotations.get(j)));
      }
    }
    double least = negligible * Math.sqrt(Math.max(inertia.getTrace(), structure.size()));
    var principal = new EigenDecomposition(inertia);
    for (int k = 0; k < axes.size(); k++) {
      double[] motion = new double[3 * structure.size()];
      for (int i = 0; i < axes.size(); i++) {
        addTo(motion, principal.getV().getEntry(i, k), rotations.get(i));
      }
      double length = Math.sqrt(dot(motion, motion));
      if (length > least) {
        addTo(motion, 1 / length - 1, motion.clone());
        motions.add(motion);
      }
    }
  }

  private static double[] centre(Structure structure) {
    double mass = 0;
    double[] centre = new double[3];
    for (int atom = 0; atom < structure.size(); atom++) {
      mass += structure.element(atom).mass();
      for (int axis = 0; axis < 3; axis++) {
        centre[axis] += structure.element(atom).mass() * structure.position(atom, axis);
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      centre[axis] /= mass;
    }
    return centre;
  }

  /** √m (axis × (r - centre)) for each atom. */
  private double[] rotation(Structure structure, double[] centre, double[] axis) {
    double[] motion = new double[3 * rootMasses.length];
    for (int atom = 0; atom < rootMasses.length; atom++) {
      for (int k = 0; k < 3; k++) {
        int p = (k + 1) % 3;
        int q = (k + 2) % 3;
        motion[3 * atom + k] = rootMasses[atom] * (axis[p] * (structure.position(atom, q) - centre[q])
            - axis[q] * (structure.position(atom, p) - centre[p]));
      }
    }
    return motion;
  }

  /** Returns how many independent motions there are: 6 of a molecule, 5 of a linear one, 3 of an atom or a crystal. */
  public int count() {
    return motions.size();
  }

  /** Returns which part of a mass-weighted displacement of length 1 is such a motion, 0 to 1. */
  public double share(double[] displacement) {
    double share = 0;
    for (double[] motion : motions) {
      double overlap = dot(motion, displacement);
      share += overlap * overlap;
    }
    return share;
  }

  /** Takes these motions out of velocities, three for each atom, and changes the array. */
  public void removeFrom(double[] velocities) {
    double[] weighted = new double[velocities.length];
    for (int k = 0; k < weighted.length; k++) {
      weighted[k] = velocities[k] * rootMasses[k / 3];
    }
    for (int pass = 0; pass < 2; pass++) { // the second removes what rounding left
      for (double[] motion : motions) {
        addTo(weighted, -dot(motion, weighted), motion);
      }
    }
    for (int k = 0; k < weighted.length; k++) {
      velocities[k] = weighted[k] / rootMasses[k / 3];
    }
  }

  private static double dot(double[] a, double[] b) {
    return Sum.ofProducts(a, b).getAsDouble();
  }

  /** a += factor · b. */
  private static void addTo(double[] a, double factor, double[] b) {
    for (int k = 0; k < a.length; k++) {
      a[k] += factor * b[k];
    }
  }
}
