package io.noether.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Against the values and digits that CODATA 2022 prints for the same quantities (https://physics.nist.gov/constants). */
class UnitsTest {
  @Test
  void whatIsExact() {
    assertEquals(8.617333262e-5, Units.BOLTZMANN, 5e-15);
    assertEquals(160.2176634, Units.GPA_PER_EV_A3, 1e-13);
    assertEquals(1.239841984e-4, Units.EV_PER_INVERSE_CM, 5e-14);
    assertEquals(0.0299792458, Units.THZ_PER_INVERSE_CM, 1e-17);
    assertEquals(96_485.33212, 1000 / Units.EV_PER_KJ_MOL, 5e-6, "the Faraday constant, C/mol");
    assertEquals(23.06054783, 1 / Units.EV_PER_KCAL_MOL, 5e-9);
  }

  /** Boltzmann's constant is 3.166 811 563 4564e-6 hartree/K. */
  @Test
  void whatIsMeasured() {
    assertEquals(27.211386245981, Units.EV_PER_HARTREE);
    assertEquals(3.1668115634564e-6, Units.BOLTZMANN / Units.EV_PER_HARTREE, 5e-18);
    assertEquals(931.49410372e6, Units.ATOMIC_MASS * Units.LIGHT * Units.LIGHT / Units.ELEMENTARY_CHARGE, 1);
  }

  /** 1 Å √(amu/eV) is 10.1805057 fs, the unit of time of ASE; 1 mdyn/Å on 1 amu gives 1302.79 cm⁻¹ in textbooks. */
  @Test
  void timesAndFrequencies() {
    assertEquals(10.1805057, 1 / Math.sqrt(Units.AMU_A2_FS2_PER_EV), 1e-7);
    double mdynPerA = 100 * 1e-20 / Units.ELEMENTARY_CHARGE; // in eV/Å²
    assertEquals(1302.79, Units.INVERSE_CM_PER_ROOT_EV_A2_AMU * Math.sqrt(mdynPerA), 0.005);
  }
}
