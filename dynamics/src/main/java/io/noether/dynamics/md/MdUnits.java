package io.noether.dynamics.md;

/**
 * Natural constants in Å, eV, amu, fs and K, from CODATA 2022 (<a href="https://physics.nist.gov/constants">NIST</a>);
 * the elementary charge and the Boltzmann constant are exact.
 */
public final class MdUnits {
  private static final double ELEMENTARY_CHARGE = 1.602176634e-19; // C, so J/eV
  private static final double BOLTZMANN_SI = 1.380649e-23; // J/K
  private static final double ATOMIC_MASS = 1.66053906892e-27; // kg/amu
  private static final double SPEED_SQUARED = 1e10; // (m/s)² in (Å/fs)²

  /** Boltzmann constant, eV/K. */
  public static final double BOLTZMANN = BOLTZMANN_SI / ELEMENTARY_CHARGE;

  /** 1 eV in amu (Å/fs)²: a force in eV/Å over a mass in amu, times this, is an acceleration in Å/fs². */
  public static final double EV = ELEMENTARY_CHARGE / (ATOMIC_MASS * SPEED_SQUARED);

  /** 1 eV/Å³ in GPa. */
  public static final double GPA = ELEMENTARY_CHARGE * 1e21;

  private MdUnits() {}
}
