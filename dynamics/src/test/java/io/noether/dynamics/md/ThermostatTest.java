package io.noether.dynamics.md;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Structure;
import io.noether.core.Units;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.junit.jupiter.api.Test;

/** Thermostats give canonical distributions. Tolerances are several standard errors of these runs. */
class ThermostatTest {
  private static final double T = 300;
  private static final double KT = Units.BOLTZMANN * T;

  /**
   * On a harmonic potential BAOAB samples positions exactly even with a long timestep, and velocities with a variance that
   * is too small by the factor 1 - (ωh)²/4 (Leimkuhler and Matthews).
   */
  @Test
  void langevinSamplesAHarmonicWell() {
    double k = 5;
    double timestep = 4;
    double[] sites = new Random(1).doubles(60, 0, 10).toArray();
    int[] hydrogen = new int[20];
    Arrays.fill(hydrogen, 1);
    var start = Structure.of(hydrogen, sites);
    var md = MolecularDynamics.start(TestPotential.wells(k, sites), start,
        new MdSettings(timestep, T, new Langevin(0.1), 5));
    var position = new SummaryStatistics();
    var temperature = new SummaryStatistics();
    for (int step = 0; step < 8000; step++) {
      md.step();
      if (step > 100) {
        var state = md.state();
        for (int at = 0; at < sites.length; at++) {
          position.addValue(state.structure().position(at / 3, at % 3) - sites[at]);
        }
        temperature.addValue(md.thermo().temperature());
      }
    }
    assertEquals(KT / k, position.getVariance(), 0.025 * KT / k);
    assertEquals(0, position.getMean(), 0.02 * Math.sqrt(KT / k));
    double square = k * Units.AMU_A2_FS2_PER_EV / start.element(0).mass() * timestep * timestep; // (ωh)²
    assertEquals(T * (1 - square / 4), temperature.getMean(), 0.025 * T);
    assertEquals(2.0 / 60, temperature.getVariance() / Math.pow(temperature.getMean(), 2), 0.003);
  }

  @Test
  void langevinKeepsCountOfHeat() {
    double coarse = heatError(1.0);
    double fine = heatError(0.5);
    assertTrue(coarse < 0.05 * KT, "conserved quantity changes by " + coarse / KT + " kT");
    assertTrue(fine < coarse / 2.5, fine + " against " + coarse);
  }

  /** Root mean square of the conserved quantity's change over 100 steps, of one hydrogen atom in a well. */
  private static double heatError(double timestep) {
    double[] sites = {0, 0, 0, 3, 0, 0};
    var md = MolecularDynamics.start(TestPotential.wells(5, sites), Structure.of(new int[] {1, 1}, sites),
        new MdSettings(timestep, T, new Langevin(0.02), 6));
    var change = new SummaryStatistics();
    double before = md.thermo().conserved();
    for (int block = 0; block < 400; block++) {
      for (int step = 0; step < Math.round(100 / timestep); step++) {
        md.step();
      }
      change.addValue(md.thermo().conserved() - before);
      before = md.thermo().conserved();
    }
    return Math.sqrt(change.getVariance());
  }

  /** One degree of freedom: kinetic and potential energy have the mean kT/2, their sum the variance (kT)². */
  @Test
  void bussiSamplesADiatomic() {
    var start = Structure.of(new int[] {1, 1}, new double[] {0, 0, 0, 1, 0, 0});
    var md = MolecularDynamics.start(TestPotential.springs(20, 1), start,
        new MdSettings(0.25, T, new Bussi(15), 7));
    var kinetic = new SummaryStatistics();
    var potential = new SummaryStatistics();
    var total = new SummaryStatistics();
    double conserved = md.thermo().conserved();
    for (int step = 0; step < 1_500_000; step++) {
      md.step();
      var thermo = md.thermo();
      kinetic.addValue(thermo.kinetic());
      potential.addValue(thermo.potential());
      total.addValue(thermo.total());
    }
    assertEquals(KT / 2, kinetic.getMean(), 0.05 * KT / 2);
    assertEquals(KT / 2, potential.getMean(), 0.05 * KT / 2);
    assertEquals(KT * KT, total.getVariance(), 0.1 * KT * KT);
    assertEquals(KT * KT / 2, kinetic.getVariance(), 0.1 * KT * KT / 2);
    assertEquals(conserved, md.thermo().conserved(), 0.5 * KT, "heat is kept count of");
  }

  /** Many degrees of freedom: 3 N - 3 of them. */
  @Test
  void bussiGivesTheKineticEnergyItsDistribution() {
    var md = MolecularDynamics.start(new LennardJones(), LennardJones.crystal(2, 5.6),
        new MdSettings(5, T, new Bussi(25), 8));
    int degrees = 3 * 32 - 3;
    var kinetic = new SummaryStatistics();
    var probability = new SummaryStatistics(); // of a smaller one, in the gamma distribution
    for (int step = 0; step < 12_000; step++) {
      md.step();
      if (step >= 200) {
        kinetic.addValue(md.thermo().kinetic());
        probability.addValue(RegularizedGamma.P.value(degrees / 2.0, md.thermo().kinetic() / KT));
      }
    }
    assertEquals(1 / 2.0, probability.getMean(), 0.04, "uniform between 0 and 1");
    assertEquals(1 / 12.0, probability.getVariance(), 0.012);
    assertEquals(degrees * KT / 2, kinetic.getMean(), 0.012 * degrees * KT / 2);
    assertEquals(degrees * KT * KT / 2, kinetic.getVariance(), 0.12 * degrees * KT * KT / 2);
    assertTrue(Momenta.linear(md) < 1e-12, "momentum " + Momenta.linear(md));
  }
}
