package io.noether.dynamics.relax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Potential;
import io.noether.core.Structure;
import io.noether.dynamics.potentials.LennardJones;
import io.noether.dynamics.potentials.PlainPotential;
import io.noether.dynamics.potentials.Silicon;
import io.noether.dynamics.potentials.StillingerWeber;
import java.util.ArrayList;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Atoms, without the cell, find minima that are known. */
class RelaxationTest {
  @ParameterizedTest
  @EnumSource
  void aParabolaHasItsMinimumWhereItHas(Algorithm algorithm) {
    var random = new Random(3);
    double[] minimum = random.doubles(9).toArray();
    double[] stiffness = random.doubles(9, 0.5, 40).toArray();
    var potential = new PlainPotential(x -> {
      double energy = 0;
      for (int k = 0; k < 9; k++) {
        energy += stiffness[k] * (x[k] - minimum[k]) * (x[k] - minimum[k]) / 2;
      }
      return energy;
    }, x -> {
      double[] gradient = new double[9];
      for (int k = 0; k < 9; k++) {
        gradient[k] = stiffness[k] * (x[k] - minimum[k]);
      }
      return gradient;
    });
    var start = Structure.of(new int[] {1, 6, 8}, new double[] {0, 0, 0, 1.5, 0, 0, 0, 1.5, 0});
    var relaxed = relax(algorithm, potential, start, 1e-6);
    assertArrayEquals(minimum, relaxed.last().structure().positions(), 1e-5);
  }

  /** Rosenbrock's valley, bent and far steeper across than along. */
  @Test
  void aBentValleyIsFollowedToItsEnd() {
    var potential = new PlainPotential(x -> 100 * sq(x[1] - x[0] * x[0]) + sq(1 - x[0]) + x[2] * x[2],
        x -> new double[] {-400 * x[0] * (x[1] - x[0] * x[0]) - 2 * (1 - x[0]), 200 * (x[1] - x[0] * x[0]), 2 * x[2]});
    var relaxed = relax(Algorithm.LBFGS, potential, Structure.of(new int[] {6}, new double[] {-1.2, 1, 0.5}), 1e-6);
    assertArrayEquals(new double[] {1, 1, 0}, relaxed.last().structure().positions(), 1e-5);
  }

  @ParameterizedTest
  @EnumSource
  void thirteenLennardJonesAtomsMakeAnIcosahedron(Algorithm algorithm) {
    var relaxed = relax(algorithm, new LennardJones(100), Silicon.rattled(Cluster.icosahedron(1.3), 0.1, 5), 1e-5);
    assertEquals(Cluster.LOWEST, relaxed.last().prediction().energy(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theEnergyNeverRises(long seed) {
    var random = new Random(seed);
    double[] positions = Cluster.icosahedron(1.2).positions();
    for (int k = 0; k < positions.length; k++) {
      positions[k] += 0.3 * random.nextGaussian();
    }
    var energies = new ArrayList<Double>();
    var relaxed = Relaxation.DEFAULT.withMaxForce(1e-5).run(new LennardJones(100),
        Cluster.icosahedron(1).withPositions(positions), s -> energies.add(s.prediction().energy()));
    assertTrue(relaxed.converged());
    assertEquals(relaxed.last().step() + 1, energies.size());
    for (int k = 1; k < energies.size(); k++) {
      assertTrue(energies.get(k) <= energies.get(k - 1) + 13e-6, "step " + k);
    }
  }

  @ParameterizedTest
  @EnumSource
  void fixedAtomsStayToTheLastBitAndTheirForcesDoNotCount(Algorithm algorithm) {
    var start = Silicon.rattled(Silicon.crystal(1, 5.43), 0.1, 1);
    var relaxation = Relaxation.DEFAULT.withAlgorithm(algorithm).withFixed(Set.of(0, 5));
    var relaxed = relaxation.run(new StillingerWeber(), start, RelaxationListener.SILENT);
    assertTrue(relaxed.converged());
    var end = relaxed.last().structure();
    for (int atom : new int[] {0, 5}) {
      assertEquals(start.x(atom), end.x(atom));
      assertEquals(start.y(atom), end.y(atom));
      assertEquals(start.z(atom), end.z(atom));
    }
    double[] forces = new StillingerWeber().predict(end).forces();
    assertTrue(Vector.length(new double[] {forces[0], forces[1], forces[2]}) > 0.1, "nothing pulls on what is fixed");
    assertTrue(start.x(1) != end.x(1));
  }

  /** In single precision energies are rounded to some 1e-5 eV and forces are not quite their derivative. */
  @Test
  void roundedEnergiesAndForcesAreGoodEnough() {
    var exact = new StillingerWeber();
    var potential = new PlainPotential(x -> (float) exact.predict(crystal(x)).energy(), x -> {
      double[] gradient = new double[x.length];
      double[] forces = exact.predict(crystal(x)).forces();
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] = -(float) forces[k] + 1e-5 * Math.sin(1e9 * x[k]);
      }
      return gradient;
    });
    var start = Silicon.rattled(Silicon.crystal(2, 5.43), 0.1, 1);
    var relaxed = relax(Algorithm.LBFGS, potential, start, 1e-3);
    assertTrue(relaxed.last().forceCalls() <= relaxed.last().step() + 2, relaxed.last().forceCalls() + " calls");
  }

  private static Structure crystal(double[] positions) {
    return Silicon.crystal(2, 5.43).withPositions(positions);
  }

  private static Relaxed relax(Algorithm algorithm, Potential potential, Structure start, double maxForce) {
    var relaxed = Relaxation.DEFAULT.withAlgorithm(algorithm).withMaxForce(maxForce).run(potential, start,
        RelaxationListener.SILENT);
    assertEquals(Outcome.CONVERGED, relaxed.outcome());
    assertTrue(relaxed.last().maxForce() <= maxForce);
    return relaxed;
  }

  private static double sq(double x) {
    return x * x;
  }
}
