package io.noether.dynamics.md;

import io.noether.core.Cell;
import io.noether.core.Structure;
import io.noether.core.Units;
import java.util.Set;

/** Atoms in motion: where they are and how fast. Fixed ones stay; their velocities are zero. For one thread. */
final class Particles {
  /** Three numbers for each atom, Å. */
  final double[] positions;

  /** Three numbers for each atom, Å/fs. */
  final double[] velocities;

  private final double[] masses;
  private final boolean[] free;
  private Structure template;

  /** @param velocities Å/fs, taken over; those of fixed atoms become zero */
  Particles(Structure structure, Set<Integer> fixed, double[] velocities) {
    this.template = structure;
    this.positions = structure.positions();
    this.velocities = velocities;
    masses = masses(structure);
    free = new boolean[structure.size()];
    for (int atom = 0; atom < free.length; atom++) {
      free[atom] = !fixed.contains(atom);
      if (!free[atom]) {
        velocities[3 * atom] = 0;
        velocities[3 * atom + 1] = 0;
        velocities[3 * atom + 2] = 0;
      }
    }
  }

  /** Of each atom, amu. */
  static double[] masses(Structure structure) {
    double[] masses = new double[structure.size()];
    for (int atom = 0; atom < masses.length; atom++) {
      masses[atom] = structure.element(atom).mass();
    }
    return masses;
  }

  int size() {
    return masses.length;
  }

  double mass(int atom) {
    return masses[atom];
  }

  boolean isFree(int atom) {
    return free[atom];
  }

  Cell cell() {
    return template.cell();
  }

  /** As they are now, without labels. */
  Structure structure() {
    return template.withPositions(positions);
  }

  /** v += F/m · time. */
  void kick(double[] forces, double time) {
    for (int atom = 0; atom < masses.length; atom++) {
      if (free[atom]) {
        double factor = Units.AMU_A2_FS2_PER_EV / masses[atom] * time;
        velocities[3 * atom] += factor * forces[3 * atom];
        velocities[3 * atom + 1] += factor * forces[3 * atom + 1];
        velocities[3 * atom + 2] += factor * forces[3 * atom + 2];
      }
    }
  }

  /** r += v · time. */
  void drift(double time) {
    for (int k = 0; k < positions.length; k++) {
      positions[k] += velocities[k] * time;
    }
  }

  /** Σ ½mv², eV. */
  double kineticEnergy() {
    double sum = 0;
    for (int atom = 0; atom < masses.length; atom++) {
      double x = velocities[3 * atom];
      double y = velocities[3 * atom + 1];
      double z = velocities[3 * atom + 2];
      sum += masses[atom] * (x * x + y * y + z * z);
    }
    return 0.5 * sum / Units.AMU_A2_FS2_PER_EV;
  }

  /** Σ F²/m, eV/fs². */
  double forceSquares(double[] forces) {
    double sum = 0;
    for (int atom = 0; atom < masses.length; atom++) {
      if (free[atom]) {
        double x = forces[3 * atom];
        double y = forces[3 * atom + 1];
        double z = forces[3 * atom + 2];
        sum += (x * x + y * y + z * z) / masses[atom];
      }
    }
    return sum * Units.AMU_A2_FS2_PER_EV;
  }

  void scaleVelocities(double factor) {
    for (int k = 0; k < velocities.length; k++) {
      velocities[k] *= factor;
    }
  }

  /** Scales the cell with what is in it, and velocities by the inverse. */
  void scaleCell(double factor) {
    for (int k = 0; k < positions.length; k++) {
      positions[k] *= factor;
    }
    template = template.withCell(cell().scaled(factor, factor, factor));
    scaleVelocities(1 / factor);
  }
}
