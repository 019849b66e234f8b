package io.noether.dynamics.md;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Cell;
import io.noether.core.Structure;
import io.noether.core.Units;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

/** The barostat gives the isothermal-isobaric distribution. */
class BarostatTest {
  private static final double T = 300;
  private static final double KT = Units.BOLTZMANN * T;

  /** N atoms of an ideal gas: the volume has the density V^N exp(-PV/kT), with the mean (N+1) kT/P. */
  @Test
  void theVolumeOfAnIdealGas() {
    int atoms = 20;
    double pressure = 0.1 / Units.GPA_PER_EV_A3;
    double mean = (atoms + 1) * KT / pressure;
    int[] argon = new int[atoms];
    Arrays.fill(argon, 18);
    double edge = Math.cbrt(mean);
    var start = Structure.of(argon, new Random(1).doubles(3L * atoms, 0, edge).toArray(), Cell.box(edge, edge, edge));
    var npt = new Npt(new Bussi(20), pressure, 300, 1 / pressure, 1);
    var md = MolecularDynamics.start(TestPotential.idealGas(), start, new MdSettings(5, T, npt, 2));
    var volume = new SummaryStatistics();
    for (int step = 0; step < 250_000; step++) {
      md.step();
      volume.addValue(md.thermo().volume().orElseThrow());
    }
    assertEquals(mean, volume.getMean(), 0.02 * mean);
    assertEquals(mean * mean / (atoms + 1), volume.getVariance(), 0.12 * mean * mean / (atoms + 1));
  }

  /** A liquid: the mean pressure is that asked for less kT/V, as the total momentum is zero. */
  @Test
  void thePressureOfALiquid() {
    double pressure = 0.1 / Units.GPA_PER_EV_A3;
    var npt = new Npt(new Bussi(50), pressure, 500, 0.2 * Units.GPA_PER_EV_A3, 5);
    var md = MolecularDynamics.start(new LennardJones(), LennardJones.crystal(2, 6),
        new MdSettings(5, 150, npt, 3));
    double before = md.thermo().conserved();
    var found = new SummaryStatistics();
    for (int step = 0; step < 25_000; step++) {
      md.step();
      if (step > 1000) {
        found.addValue((md.thermo().pressure().orElseThrow()
            + Units.BOLTZMANN * 150 / md.thermo().volume().orElseThrow()) * Units.GPA_PER_EV_A3);
      }
    }
    assertEquals(0.1, found.getMean(), 0.015, "GPa");
    double change = Math.abs(md.thermo().conserved() - before);
    assertTrue(change < 0.02 * md.thermo().kinetic(), "conserved quantity changes by " + change + " eV");
  }

  /** The more often the cell is changed for the same time constant, the better energy is kept count of. */
  @Test
  void whatTheBarostatPutsInIsKeptCountOf() {
    double often = countError(2);
    double seldom = countError(8);
    assertTrue(often < seldom / 4, often + " against " + seldom);
  }

  private static double countError(int every) {
    double pressure = 0.1 / Units.GPA_PER_EV_A3;
    int[] argon = new int[20];
    Arrays.fill(argon, 18);
    var start = Structure.of(argon, new Random(1).doubles(60, 0, 9.5).toArray(), Cell.box(9.5, 9.5, 9.5));
    var npt = new Npt(new Bussi(20), pressure, 2000, 1 / pressure, every);
    var md = MolecularDynamics.start(TestPotential.idealGas(), start, new MdSettings(5, T, npt, 2));
    var change = new SummaryStatistics();
    double before = md.thermo().conserved();
    for (int block = 0; block < 200; block++) {
      for (int step = 0; step < 200; step++) {
        md.step();
      }
      change.addValue(md.thermo().conserved() - before);
      before = md.thermo().conserved();
    }
    return Math.sqrt(change.getVariance() + change.getMean() * change.getMean());
  }

  @Test
  void aHastyBarostatIsStopped() {
    var npt = new Npt(new Bussi(50), 0, 1, 5 * Units.GPA_PER_EV_A3, 5);
    var md = MolecularDynamics.start(new LennardJones(), LennardJones.crystal(2, 4.6),
        new MdSettings(2, 150, npt, 3));
    var e = assertThrows(ExplosionException.class, () -> {
      for (int step = 0; step < 1000; step++) {
        md.step();
      }
    });
    assertTrue(e.getMessage().contains("time constant of the barostat"), e.getMessage());
  }
}
