package io.noether.dynamics.md;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Cell;
import io.noether.core.Column;
import io.noether.core.InputException;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import io.noether.core.Units;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.numbers.gamma.Erf;
import org.junit.jupiter.api.Test;

/** Initial velocities, degrees of freedom, fixed atoms. */
class StartTest {
  private static final Structure WATER =
      Structure.of(new int[] {8, 1, 1}, new double[] {5, 0, 0.1, 5, 0.76, -0.5, 5, -0.76, -0.5});
  private static final Structure LINE =
      Structure.of(new int[] {6, 8, 8}, new double[] {1, 2, 3, 1.7, 2.7, 3.7, 0.3, 1.3, 2.3});

  @Test
  void degreesOfFreedomAreThoseOfAllAtomsLessTheMotionsAsAWhole() {
    assertEquals(9 - 6, degrees(WATER));
    assertEquals(9 - 5, degrees(LINE));
    assertEquals(0, degrees(Structure.of(new int[] {18}, new double[] {1, 2, 3})));
    assertEquals(12 - 3, degrees(LennardJones.crystal(1, 5)));
    var wire = WATER.withCell(Cell.of(new double[] {3, 0, 0, 0, 0, 0, 0, 0, 0}, new Periodicity(true, false, false)));
    assertEquals(9 - 3, degrees(wire));
  }

  private static int degrees(Structure structure) {
    var settings = new MdSettings(1, 300, new Nve(), 1);
    return MolecularDynamics.start(TestPotential.idealGas(), structure, settings).state().degrees();
  }

  @Test
  void temperatureIsExactAndTheWholeIsAtRest() {
    for (Structure s : new Structure[] {WATER, LINE}) {
      for (Ensemble ensemble : new Ensemble[] {new Nve(), new Bussi(100), new Langevin(0.01)}) {
        var md = MolecularDynamics.start(TestPotential.springs(5, 1), s, new MdSettings(0.5, 321, ensemble, 1));
        assertEquals(321, md.thermo().temperature(), 1e-9);
        assertTrue(Momenta.linear(md) < 1e-14, "momentum " + Momenta.linear(md));
        assertTrue(Momenta.angular(md) < 1e-14, "angular momentum " + Momenta.angular(md));
        int degrees = ensemble instanceof Langevin ? 9 : s == WATER ? 3 : 4;
        assertEquals(degrees, md.state().degrees());
      }
    }
  }

  /** Mean ½mv² of an element is that of any other. */
  @Test
  void velocitiesAreThoseOfMaxwellAndBoltzmann() {
    int atoms = 20_000;
    int[] numbers = new int[atoms];
    Arrays.setAll(numbers, k -> k % 2 == 0 ? 1 : 79);
    var gas = Structure.of(numbers, new Random(1).doubles(3L * atoms, 0, 300).toArray());
    var md = MolecularDynamics.start(TestPotential.idealGas(), gas, new MdSettings(0.5, 500, new Nve(), 1));
    var light = new SummaryStatistics();
    var fourth = new SummaryStatistics();
    var within = new SummaryStatistics(); // one standard deviation
    double[] v = md.state().velocities();
    double wanted = Units.BOLTZMANN * 500 * Units.AMU_A2_FS2_PER_EV / gas.element(0).mass();
    for (int atom = 0; atom < atoms; atom += 2) {
      for (int k = 3 * atom; k < 3 * atom + 3; k++) {
        light.addValue(v[k]);
        within.addValue(v[k] * v[k] < wanted ? 1 : 0);
        fourth.addValue(v[k] * v[k] * v[k] * v[k] / (wanted * wanted));
      }
    }
    assertEquals(wanted, light.getVariance(), 0.03 * wanted);
    assertEquals(3, fourth.getMean(), 0.2);
    assertEquals(Erf.value(Math.sqrt(0.5)), within.getMean(), 0.012);
  }

  @Test
  void velocitiesOfTheFileAreTaken() {
    var md = MolecularDynamics.start(TestPotential.springs(5, 1), WATER, new MdSettings(0.5, 300, new Nve(), 1));
    double[] expected = md.state().velocities();
    var settings = new MdSettings(0.5, 10, new Nve(), 2);
    var again = MolecularDynamics.start(TestPotential.springs(5, 1), md.frame(), settings);
    assertArrayEquals(expected, again.state().velocities(), 1e-15);
    var named = WATER.withColumns(Map.of("velocities", new Column.Vectors(expected)));
    again = MolecularDynamics.start(TestPotential.springs(5, 1), named, settings);
    assertArrayEquals(expected, again.state().velocities(), 1e-15);
    var zero = WATER.withColumns(Map.of("momenta", new Column.Vectors(new double[9])));
    again = MolecularDynamics.start(TestPotential.springs(5, 1), zero, settings);
    assertEquals(10, again.thermo().temperature(), 1e-9);
    var words = WATER.withColumns(Map.of("momenta", new Column.Reals(1, new double[3])));
    assertThrows(InputException.class,
        () -> MolecularDynamics.start(TestPotential.springs(5, 1), words, settings));
  }

  @Test
  void seedsDecide() {
    assertArrayEquals(path(1), path(1));
    assertFalse(Arrays.equals(path(1), path(2)));
  }

  private static double[] path(long seed) {
    var md = MolecularDynamics.start(TestPotential.springs(5, 1), WATER,
        new MdSettings(0.5, 300, new Langevin(0.01), seed));
    for (int k = 0; k < 20; k++) {
      md.step();
    }
    return md.frame().positions();
  }

  @Test
  void fixedAtomsStay() {
    var crystal = LennardJones.crystal(2, 5.4);
    for (Ensemble ensemble : new Ensemble[] {new Nve(), new Langevin(0.01), new Bussi(50)}) {
      var settings = new MdSettings(5, 100, ensemble, 4).withFixed(Set.of(0, 7, 31));
      var md = MolecularDynamics.start(new LennardJones(), crystal, settings);
      assertEquals(3 * 29, md.state().degrees());
      assertEquals(100, md.thermo().temperature(), 1e-9);
      for (int k = 0; k < 50; k++) {
        md.step();
      }
      for (int atom : settings.fixed()) {
        for (int axis = 0; axis < 3; axis++) {
          assertEquals(crystal.position(atom, axis), md.frame().position(atom, axis));
        }
      }
      assertTrue(md.frame().x(1) != crystal.x(1));
    }
  }

  @Test
  void whatCannotBeMoved() {
    var argon = Structure.of(new int[] {18}, new double[3]);
    refused(argon, new MdSettings(1, 300, new Bussi(100), 1), "an atom alone");
    refused(WATER, new MdSettings(1, 300, new Nve(), 1).withFixed(Set.of(3)), "no atom 4");
    refused(WATER, new MdSettings(1, 300, new Nve(), 1).withFixed(Set.of(0, 1, 2)), "all atoms are fixed");
    var npt = new Npt(new Bussi(100), 0, 1000, 1, 10);
    refused(WATER, new MdSettings(1, 300, npt, 1), "repeats in all directions");
    for (Runnable wrong : new Runnable[] {() -> new MdSettings(0, 300, new Nve(), 1),
        () -> new MdSettings(1, 0, new Langevin(1), 1), () -> new MdSettings(1, -1, new Nve(), 1),
        () -> new MdSettings(1, 300, npt, 1).withFixed(Set.of(1)), () -> new Langevin(0), () -> new Bussi(Double.NaN),
        () -> new Limits(0, 1, 1), () -> new MdPlan(1, 0, 1, 1),
        () -> new Npt(new Bussi(100), Double.NaN, 1, 1, 1)}) {
      assertThrows(IllegalArgumentException.class, wrong::run);
    }
  }

  private static void refused(Structure s, MdSettings settings, String said) {
    var e = assertThrows(InputException.class, () -> MolecularDynamics.start(TestPotential.idealGas(), s, settings));
    assertTrue(e.getMessage().contains(said), e.getMessage());
  }
}
