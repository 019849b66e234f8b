package io.noether.nn.training.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.core.Cell;
import io.noether.core.Labels;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorsTest {
  private static final Structure PAIR =
      Structure.of(new int[] {1, 1}, new double[] {0, 0, 0, 1, 0, 0}, Cell.box(5, 5, 5));

  private static Prediction prediction(double energy, double force, double stress) {
    return Prediction.of(energy, new double[] {force, 0, 0, 0, 0, 0})
        .withStress(new double[] {stress, 0, 0, 0, 0, 0, 0, 0, 0});
  }

  @Test
  void countsEachStructureOnceForEnergiesAndEachComponentOnceForForces() {
    var labels = Labels.NONE.withEnergy(0).withForces(new double[6]).withStress(new double[9]);
    var collector = new ErrorCollector();
    collector.add(PAIR.withLabels(labels), prediction(0.002, 0.006, 0.009));
    collector.add(PAIR.withLabels(labels), prediction(-0.006, 0, 0));
    var errors = collector.errors();
    assertEquals(4, errors.atoms());
    assertEquals(2, errors.energy().get().mae(), 1e-12);
    assertEquals(Math.sqrt(5), errors.energy().get().rmse(), 1e-12);
    assertEquals(0.5, errors.forces().get().mae(), 1e-12);
    assertEquals(6 / Math.sqrt(12), errors.forces().get().rmse(), 1e-12);
    assertEquals(0.5, errors.stress().get().mae(), 1e-12);
    assertEquals(errors, ErrorFields.read("x.", ErrorFields.write("x.", errors)));
  }

  @Test
  void whatIsNotLabelledHasNoError() {
    var collector = new ErrorCollector();
    collector.add(PAIR, prediction(1, 1, 1));
    collector.add(PAIR.withLabels(Labels.NONE.withEnergy(3)), prediction(1, 1, 1));
    assertEquals(new Errors(2, 4, Optional.of(new Deviation(1000, 1000)), Optional.empty(), Optional.empty()),
        collector.errors());
    assertEquals(collector.errors(), ErrorFields.read("", ErrorFields.write("", collector.errors())));
  }
}
