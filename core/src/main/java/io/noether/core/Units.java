package io.noether.core;

/**
 * Factors between units, and the natural constants that they come from. A constant called {@code X_PER_Y} is the size of
 * one Y in units of X, so multiplying a number of Ys by it gives Xs.
 *
 * <p>Energies are in eV, lengths in Å, masses in amu, times in fs and temperatures in K throughout this project. The
 * charge, Planck's, Boltzmann's and Avogadro's constants and the speed of light are exact (BIPM, The International System
 * of Units, 9th edition, 2019). What is measured is of CODATA 2022 (P. J. Mohr et al., Rev. Mod. Phys. 97, 025002 (2025);
 * <a href="https://physics.nist.gov/constants">NIST</a>).
 */
public final class Units {
  /** The elementary charge, C, which is also 1 eV in J; exact. */
  public static final double ELEMENTARY_CHARGE = 1.602176634e-19;

  /** Planck's constant, J s; exact. */
  public static final double PLANCK = 6.62607015e-34;

  /** The speed of light, m/s; exact. */
  public static final double LIGHT = 299_792_458;

  /** Avogadro's constant, 1/mol; exact. */
  public static final double AVOGADRO = 6.02214076e23;

  /** 1 amu in kg; CODATA 2022, relative uncertainty 3e-10. */
  public static final double ATOMIC_MASS = 1.66053906892e-27;

  /** Boltzmann's constant, eV/K; exact up to rounding. */
  public static final double BOLTZMANN = 1.380649e-23 / ELEMENTARY_CHARGE;

  /**
   * 1 eV in amu Å²/fs². A force in eV/Å over a mass in amu, times this, is an acceleration in Å/fs².
   */
  public static final double AMU_A2_FS2_PER_EV = ELEMENTARY_CHARGE / (ATOMIC_MASS * 1e10);

  /** 1 eV/Å³ in GPa; exact up to rounding. */
  public static final double GPA_PER_EV_A3 = ELEMENTARY_CHARGE * 1e21;

  /** 1 cm⁻¹, as the energy of a photon of that wavenumber, in eV; exact up to rounding. */
  public static final double EV_PER_INVERSE_CM = PLANCK * (LIGHT * 100) / ELEMENTARY_CHARGE;

  /** 1 cm⁻¹, as the frequency of light of that wavenumber, in THz; exact. */
  public static final double THZ_PER_INVERSE_CM = LIGHT * 100 * 1e-12;

  /** An angular frequency of 1 √(eV/(Å² amu)), that of 1 amu on a spring of 1 eV/Å², in cm⁻¹. */
  public static final double INVERSE_CM_PER_ROOT_EV_A2_AMU =
      Math.sqrt(ELEMENTARY_CHARGE / (1e-20 * ATOMIC_MASS)) / (2 * Math.PI * (LIGHT * 100));

  /** 1 kJ/mol in eV; exact up to rounding. */
  public static final double EV_PER_KJ_MOL = 1000 / (AVOGADRO * ELEMENTARY_CHARGE);

  /** 1 kcal/mol in eV, of thermochemical calories of 4.184 J; exact up to rounding. */
  public static final double EV_PER_KCAL_MOL = 4184 / (AVOGADRO * ELEMENTARY_CHARGE);

  /** 1 hartree in eV; CODATA 2022, relative uncertainty 1.1e-12. */
  public static final double EV_PER_HARTREE = 27.211386245981;

  private Units() {}
}
