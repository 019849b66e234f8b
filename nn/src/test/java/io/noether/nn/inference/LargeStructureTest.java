package io.noether.nn.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.core.InputException;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.nn.Architecture;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Atoms worked on in the order of a curve: nobody sees it. */
class LargeStructureTest {
  private static final Tuning LARGE = Tuning.DEFAULT.withLargeAtoms(10);
  private static final Tuning SMALL = Tuning.DEFAULT.withLargeAtoms(Integer.MAX_VALUE);
  private static final Structure CRYSTAL = Bodies.crystal(1, 4, 3, 3);
  private static final Structure CLUSTER = Bodies.cluster(2, 3, 2, 1);

  @Test
  void resultsAreInTheOrderOfTheStructure() {
    for (Architecture architecture : Networks.ALL) {
      var structures = List.of(CLUSTER, CRYSTAL, CLUSTER, CLUSTER, CRYSTAL);
      var expected = Networks.potential(architecture, Precision.FLOAT64, SMALL).predict(structures);
      var actual = Networks.potential(architecture, Precision.FLOAT64, LARGE).predict(structures);
      for (int s = 0; s < structures.size(); s++) {
        Predictions.assertClose(expected.get(s), actual.get(s), 1e-12);
      }
      assertTrue(Predictions.differ(expected.get(1), actual.get(1)), "sums in another order are rounded otherwise");
      Predictions.assertSame(expected.get(0), actual.get(0));
    }
  }

  @Test
  void preparedCallsGiveTheSame() {
    for (Structure structure : List.of(CRYSTAL, CLUSTER)) {
      for (Precision precision : Precision.values()) {
        Tuning tuning = LARGE.withTableEdges(0).withLargeAtoms(0);
        NeuralPotential potential = Networks.potential(Networks.PAINN, precision, tuning);
        var prepared = potential.prepared(structure);
        Prediction expected = potential.predict(structure);
        Predictions.assertSame(expected, prepared.predict());
        Predictions.assertSame(expected, prepared.predict());
      }
    }
  }

  @Test
  void errorsCountAtomsAsTheStructureDoes() {
    int[] numbers = CRYSTAL.atomicNumbers();
    numbers[20] = 92;
    Structure unknown = Structure.of(numbers, CRYSTAL.positions(), CRYSTAL.cell());
    double[] positions = CRYSTAL.positions();
    System.arraycopy(positions, 3 * 7, positions, 3 * 30, 3);
    Structure coincident = CRYSTAL.withPositions(positions);
    for (Structure bad : List.of(unknown, coincident)) {
      assertEquals(message(SMALL, bad), message(LARGE, bad));
    }
  }

  private static String message(Tuning tuning, Structure structure) {
    NeuralPotential potential = Networks.potential(Networks.PAINN, Precision.FLOAT64, tuning);
    return assertThrows(InputException.class, () -> potential.predict(structure)).getMessage();
  }
}
