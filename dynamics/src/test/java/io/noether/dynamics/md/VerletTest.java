package io.noether.dynamics.md;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Structure;
import io.noether.core.Units;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

/** Constant energy: against an analytic solution, and what must be conserved. */
class VerletTest {
  private static final double K = 20; // eV/Å²
  private static final double STRETCH = 0.1; // Å

  @Test
  void aDiatomicVibratesAsItShouldAndTheErrorFallsWithTheSquareOfTheTimestep() {
    double coarse = error(0.2);
    double fine = error(0.1);
    assertTrue(Math.abs(coarse) < 0.1 * STRETCH, "error " + coarse);
    assertEquals(4, coarse / fine, 0.1);
  }

  /** How wrong the distance is after 22 fs, two periods and a bit. */
  private static double error(double timestep) {
    var start = Structure.of(new int[] {1, 1}, new double[] {0, 0, 0, 1 + STRETCH, 0, 0});
    var md = MolecularDynamics.start(TestPotential.springs(K, 1), start, new MdSettings(timestep, 0, new Nve(), 1));
    double time = 22;
    run(md, Math.round(time / timestep));
    double frequency = Math.sqrt(K * Units.AMU_A2_FS2_PER_EV / (start.element(0).mass() / 2));
    double exact = 1 + STRETCH * Math.cos(frequency * time);
    assertEquals(time, md.thermo().time(), 1e-9);
    return md.frame().x(1) - md.frame().x(0) - exact;
  }

  @Test
  void energyAndMomentaOfAMoleculeAreConserved() {
    var start = Structure.of(new int[] {8, 1, 6, 1, 1},
        new double[] {0, 0, 0, 1, 0.1, 0, 1.1, 1.2, 0, 0.2, 1, 0.5, -0.5, 0.5, 0.7});
    var md = MolecularDynamics.start(TestPotential.springs(K, 1), start, new MdSettings(0.1, 400, new Nve(), 3));
    assertEquals(400, md.thermo().temperature(), 1e-9);
    double before = md.thermo().conserved();
    double largest = 0;
    for (int k = 0; k < 5000; k++) {
      md.step();
      largest = Math.max(largest, Math.abs(md.thermo().conserved() - before));
    }
    assertTrue(largest < 2e-3 * md.thermo().kinetic() && largest > 0, "energy changes by " + largest);
    assertTrue(Momenta.linear(md) < 1e-13, "momentum " + Momenta.linear(md));
    assertTrue(Momenta.angular(md) < 1e-12, "angular momentum " + Momenta.angular(md));
  }

  @Test
  void energyOfALiquidIsConserved() {
    var md = MolecularDynamics.start(new LennardJones(), LennardJones.crystal(2, 5.6),
        new MdSettings(5, 200, new Nve(), 4));
    double start = md.thermo().conserved();
    run(md, 300);
    double largest = 0;
    for (int k = 0; k < 1000; k++) {
      md.step();
      largest = Math.max(largest, Math.abs(md.thermo().conserved() - start));
    }
    var thermo = md.thermo();
    assertTrue(Math.abs(thermo.temperature() - 200) > 20, "the crystal keeps half of its heat");
    assertTrue(largest < 0.01 * thermo.kinetic(), "energy changes by " + largest + " eV of " + thermo.kinetic());
    assertTrue(Momenta.linear(md) < 1e-12, "momentum " + Momenta.linear(md));
  }

  /**
   * Two springs of very different stiffness and a bent molecule: heat goes to and fro between fast and slow vibrations.
   * The energy wanders with it, the conserved quantity does not.
   */
  @Test
  void theConservedQuantityDoesNotWanderWithTheHeatOfStiffVibrations() {
    var start = Structure.of(new int[] {8, 1, 6, 1, 1},
        new double[] {0, 0, 0, 1, 0.1, 0, 1.1, 1.2, 0, 0.2, 1, 0.5, -0.5, 0.5, 0.7});
    var md = MolecularDynamics.start(TestPotential.springs(K, 1), start, new MdSettings(1, 2000, new Nve(), 3));
    var energies = new SummaryStatistics();
    var conserved = new SummaryStatistics();
    for (int block = 0; block < 100; block++) {
      var energy = new SummaryStatistics();
      var quantity = new SummaryStatistics();
      for (int k = 0; k < 300; k++) {
        md.step();
        energy.addValue(md.thermo().total());
        quantity.addValue(md.thermo().conserved());
      }
      energies.addValue(energy.getMean());
      conserved.addValue(quantity.getMean());
    }
    assertTrue(conserved.getVariance() < energies.getVariance() / 25,
        conserved.getVariance() + " against " + energies.getVariance());
  }

  private static void run(MolecularDynamics md, long steps) {
    for (long k = 0; k < steps; k++) {
      md.step();
    }
  }
}
