package io.noether.app.calculate;

/** Units that are printed. */
final class Units {
  /** 1 eV/Å³ in GPa. */
  static final double GPA_PER_EV_A3 = io.noether.core.Units.GPA_PER_EV_A3;

  /** 1 meV/Å³ in GPa. */
  static final double GPA_PER_MEV_A3 = 1e-3 * GPA_PER_EV_A3;

  private Units() {}
}
