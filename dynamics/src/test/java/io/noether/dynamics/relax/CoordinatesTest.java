package io.noether.dynamics.relax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.dynamics.potentials.Silicon;
import io.noether.dynamics.potentials.StillingerWeber;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The gradient is that of the enthalpy, and springs are what a Hessian to begin with must be. */
class CoordinatesTest {
  private static final double PRESSURE = 0.03;
  private final Coordinates coordinates =
      new Coordinates(Silicon.rattled(Silicon.crystal(1, 5.5), 0.1, 1), true, Set.of(2));
  private final RelaxationObjective objective = new RelaxationObjective(new StillingerWeber(), coordinates, PRESSURE);
  private final Random random = new Random(8);

  @Test
  void theGradientIsTheDerivativeOfTheEnthalpyAlongEveryAllowedChange() {
    Point point = strained();
    for (int sample = 0; sample < 20; sample++) {
      double[] change = randomChange();
      double h = 1e-5;
      double difference = (objective.tryAt(Vector.sum(point.x(), h, change)).orElseThrow().value()
          - objective.tryAt(Vector.sum(point.x(), -h, change)).orElseThrow().value()) / (2 * h);
      assertEquals(difference, Vector.dot(point.gradient(), change), 1e-6 * Math.abs(difference) + 1e-6);
    }
  }

  @Test
  void springsAreSymmetricPositiveAndSolvable() {
    var springs = new SpringPreconditioner(strained(), coordinates);
    for (int sample = 0; sample < 20; sample++) {
      double[] a = randomChange();
      double[] b = randomChange();
      assertEquals(Vector.dot(a, springs.apply(b)), Vector.dot(b, springs.apply(a)), 1e-9);
      assertTrue(Vector.dot(a, springs.apply(a)) > 0);
      double[] residual = Vector.sum(springs.apply(springs.solve(a)), -1, a);
      assertTrue(Vector.length(residual) <= 2e-3 * Vector.length(a));
    }
  }

  /** So the step for a uniform strain does not depend on how many cells are computed. */
  @Test
  void theStiffnessOfAStrainGrowsWithTheNumberOfAtoms() {
    var small = new Coordinates(Silicon.crystal(1, 5.43), true, Set.of());
    var large = new Coordinates(Silicon.crystal(2, 5.43), true, Set.of());
    assertEquals(8, strainEnergy(large) / strainEnergy(small), 1e-9);
  }

  @Test
  void pairsOfAParabolaAddUpToItsInverse() {
    double[] stiffness = {1, 5, 0.3, 20};
    var pairs = new CurvaturePairs(10);
    for (int k = 0; k < 4; k++) {
      double[] s = new double[4];
      s[k] = 0.7; // conjugate directions: the pairs do not disturb each other
      double[] y = s.clone();
      y[k] *= stiffness[k];
      pairs.add(s, y);
    }
    double[] vector = {1, 2, 3, 4};
    double[] solved = pairs.apply(vector, v -> Vector.scaled(7, v));
    for (int k = 0; k < 4; k++) {
      assertEquals(vector[k] / stiffness[k], solved[k], 1e-12);
    }
    double[] up = {1, 0, 0, 0};
    pairs.add(up, Vector.scaled(-1, up));
    assertEquals(1 / stiffness[0], pairs.apply(up, v -> v)[0], 1e-12, "a negative curvature was taken in");
  }

  private static double strainEnergy(Coordinates c) {
    Point point = new RelaxationObjective(new StillingerWeber(), c, 0).start();
    double[] strain = new double[c.start().length];
    strain[c.cellOffset()] = 0.01;
    return Vector.dot(strain, new SpringPreconditioner(point, c).apply(strain));
  }

  private Point strained() {
    return objective.tryAt(Vector.sum(coordinates.start(), 0.05, randomChange())).orElseThrow();
  }

  private double[] randomChange() {
    double[] change = random.doubles(coordinates.start().length, -1, 1).toArray();
    for (int k = coordinates.cellOffset(); k < change.length; k++) {
      change[k] *= 0.3;
    }
    coordinates.project(change);
    return change;
  }
}
