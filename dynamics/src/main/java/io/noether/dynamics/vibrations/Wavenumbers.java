package io.noether.dynamics.vibrations;

/**
 * From curvatures to wavenumbers. Constants of CODATA 2022 (P. J. Mohr et al., Rev. Mod. Phys. 97, 025002 (2025)); all but
 * the atomic mass constant are exact.
 */
final class Wavenumbers {
  private static final double ELEMENTARY_CHARGE = 1.602176634e-19; // C
  private static final double PLANCK = 6.62607015e-34; // J s
  private static final double LIGHT = 2.99792458e10; // cm/s
  private static final double ATOMIC_MASS = 1.66053906892e-27; // kg
  private static final double SQUARE_ANGSTROM = 1e-20; // m²

  /** 1 cm⁻¹ in eV. */
  static final double EV = PLANCK * LIGHT / ELEMENTARY_CHARGE;

  /** 1 cm⁻¹ in THz. */
  static final double THZ = LIGHT * 1e-12;

  /** Of a curvature of 1 eV/Å² for a mass of 1 amu, cm⁻¹. */
  private static final double UNIT =
      Math.sqrt(ELEMENTARY_CHARGE / (SQUARE_ANGSTROM * ATOMIC_MASS)) / (2 * Math.PI * LIGHT);

  private Wavenumbers() {}

  /** cm⁻¹ for the square of an angular frequency in eV/(Å² amu); of its size and negative if that is negative. */
  static double of(double square) {
    return Math.copySign(UNIT * Math.sqrt(Math.abs(square)), square);
  }
}
