package io.noether.dynamics.md;

import io.noether.core.Column;
import io.noether.core.InputException;
import io.noether.core.Seeds;
import io.noether.core.Structure;
import io.noether.core.Units;
import java.util.Optional;

/** What velocities a run starts with. */
final class InitialVelocities {
  /** Å/fs. */
  private static final String VELOCITIES = "velocities";

  /** √(eV·amu), the unit of momentum that goes with eV, Å and amu, and that of ASE. */
  private static final String MOMENTA = "momenta";

  private InitialVelocities() {}

  /**
   * Those in the structure's columns {@code momenta} (√(eV·amu)) or {@code velocities} (Å/fs), if they are not all zero.
   *
   * @throws InputException if such a column is not three finite numbers for each atom
   */
  static Optional<double[]> given(Structure structure) {
    var momenta = column(structure, MOMENTA);
    if (momenta.isPresent()) {
      double[] velocities = momenta.get();
      double[] masses = Particles.masses(structure);
      for (int k = 0; k < velocities.length; k++) {
        velocities[k] *= Math.sqrt(Units.AMU_A2_FS2_PER_EV) / masses[k / 3];
      }
      return momenta;
    }
    return column(structure, VELOCITIES);
  }

  /** Momenta as {@link #given} reads them. */
  static Column.Vectors momenta(Particles particles) {
    double[] momenta = particles.velocities.clone();
    for (int k = 0; k < momenta.length; k++) {
      momenta[k] *= particles.mass(k / 3) / Math.sqrt(Units.AMU_A2_FS2_PER_EV);
    }
    return new Column.Vectors(momenta);
  }

  private static Optional<double[]> column(Structure structure, String name) {
    var column = Optional.ofNullable(structure.columns().get(name));
    if (column.isEmpty()) {
      return Optional.empty();
    }
    if (!(column.get() instanceof Column.Vectors(double[] values))) {
      throw new InputException(
          structure.source() + ": the column " + name + " is not a vector, three real numbers, for each atom");
    }
    boolean zero = true;
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new InputException(structure.source() + ": the column " + name + " has " + value + "; correct it");
      }
      zero &= value == 0;
    }
    return zero ? Optional.empty() : Optional.of(values);
  }

  /** Random ones of the Maxwell-Boltzmann distribution, up to a factor. */
  static double[] drawn(Structure structure, long seed) {
    var random = Seeds.generator(seed, 0);
    double[] masses = Particles.masses(structure);
    double[] velocities = new double[3 * masses.length];
    for (int k = 0; k < velocities.length; k++) {
      velocities[k] = random.nextGaussian() / Math.sqrt(masses[k / 3]);
    }
    return velocities;
  }
}
