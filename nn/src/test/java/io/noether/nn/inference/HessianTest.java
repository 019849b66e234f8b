package io.noether.nn.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Second derivatives are those of the energy. */
class HessianTest {
  private static final List<Structure> BODIES = List.of(Bodies.cluster(1, 2, 2, 1), Bodies.crystal(2, 2, 2, 1),
      Bodies.crystal(3, 1, 1, 1));

  @Test
  void everyRowIsTheDerivativeOfTheForces() {
    double h = 1e-5;
    for (Architecture architecture : Networks.ALL) {
      var potential = Networks.potential(architecture, Precision.FLOAT64, Tuning.DEFAULT);
      for (Structure body : BODIES) {
        double[] hessian = potential.hessian(body);
        int n = 3 * body.size();
        double scale = Arrays.stream(hessian).map(Math::abs).max().orElseThrow();
        assertTrue(scale > 0.1 || body.size() == 1, "flat");
        for (int k = 0; k < n; k++) {
          double[] up = potential.predict(moved(body, k, h)).forces();
          double[] down = potential.predict(moved(body, k, -h)).forces();
          for (int j = 0; j < n; j++) {
            assertEquals(-(up[j] - down[j]) / (2 * h), hessian[n * k + j], 1e-6 * (1 + scale), k + ", " + j);
          }
        }
      }
    }
  }

  /** Before it is made so. Also of a structure whose directions do not fit into one batch. */
  @Test
  void itIsSymmetricAndTranslationsCostNothing() {
    for (Structure body : List.of(BODIES.getFirst(), BODIES.get(1), Bodies.cluster(4, 4, 4, 3))) {
      EnergyModel model = Networks.model(Networks.PAINN);
      var parameters = Networks.parameters(model);
      double[] rows = HessianProgram.of(model, execution -> {
        execution.resize(AtomicGraph.ELEMENTS, 2);
        parameters.bindTo(execution, parameters.values());
      }).newRun(Workers.CALLER).rows(body);
      int n = 3 * body.size();
      double scale = Arrays.stream(rows).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          assertEquals(rows[i * n + j], rows[j * n + i], 1e-12 * scale);
          sum += j % 3 == i % 3 ? rows[i * n + j] : 0;
        }
        assertEquals(0, sum, 1e-12 * scale);
      }
    }
  }

  @Test
  void aPotentialInSinglePrecisionHasTheSameOneForAnyNumberOfThreads() throws Exception {
    double[] expected =
        Networks.potential(Networks.PAINN, Precision.FLOAT64, Tuning.DEFAULT).hessian(BODIES.getFirst());
    var single = Networks.potential(Networks.PAINN, Precision.FLOAT32, Tuning.DEFAULT.withTableEdges(0));
    assertArrayEquals(expected, single.hessian(BODIES.getFirst()));
    try (var team = new io.noether.autodiff.Team(3)) {
      var shared = Networks.potential(Networks.PAINN, Precision.FLOAT64, Tuning.DEFAULT, team);
      assertArrayEquals(expected, shared.hessian(BODIES.getFirst()));
    }
  }

  @Test
  void anUnknownElementIsNamed() {
    var potential = Networks.potential(Networks.PAINN, Precision.FLOAT64, Tuning.DEFAULT);
    var gold = Structure.of(new int[] {79}, new double[3]).withSource("gold.xyz");
    String message = assertThrows(InputException.class, () -> potential.hessian(gold)).getMessage();
    assertTrue(message.startsWith("gold.xyz") && message.contains("Au"), message);
  }

  private static Structure moved(Structure body, int coordinate, double by) {
    double[] positions = body.positions();
    positions[coordinate] += by;
    return body.withPositions(positions);
  }
}
