package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Gradients;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.PlannedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Derivatives with respect to the field and to all parameters, against central differences. */
class GradientTest {
  private static final double STEP = 1e-5;

  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "2,1", "2,2", "2,3", "3,1"})
  void againstDifferences(int from, int to) {
    var random = new Random(3);
    OneLayer one = new OneLayer(from, to, 2, 2, 1).randomised(random);
    Tensor loss = one.graph.contract("k->", one.output.silu().square()).total();
    var wrt = new ArrayList<>(one.parameters.tensors());
    wrt.add(one.input);
    var outputs = new ArrayList<>(Gradients.of(loss, wrt));
    outputs.add(loss);
    var batch = new DenseBatch(3, 3, 1, 4);
    double[] x = one.randomInput(batch, random);
    double[] slopes = slopes(one, Program.interpreted(outputs), outputs, batch, x);
    assertArrayEquals(slopes, slopes(one, PlannedProgram.of(outputs, Precision.FLOAT64), outputs, batch, x), 1e-10);

    Execution run = Program.interpreted(List.of(loss)).newExecution();
    one.tuples.bind(run, batch);
    double[] values = one.parameters.values().clone();
    for (int check = 0; check < 40; check++) {
      int k = check < 20 ? random.nextInt(values.length) : values.length + random.nextInt(x.length);
      double difference =
          (at(one, run, loss, values, x, k, STEP) - at(one, run, loss, values, x, k, -STEP)) / (2 * STEP);
      assertEquals(difference, slopes[k], 1e-6 * (1 + Math.abs(difference)), "number " + k);
    }
  }

  /** All slopes one after another, those of the field last. */
  private static double[] slopes(OneLayer one, Program program, List<Tensor> outputs, TupleBatch batch, double[] x) {
    Execution run = program.newExecution();
    one.tuples.bind(run, batch);
    one.parameters.bindTo(run);
    run.bind(one.input, x);
    run.run();
    double[] all = new double[one.parameters.values().length + x.length];
    int at = 0;
    for (Tensor slope : outputs.subList(0, outputs.size() - 1)) {
      int rows = slope.space().equals(one.input.space()) ? batch.count(one.from) : 1;
      double[] part = new double[rows * slope.shape().size()];
      run.read(slope, part);
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static double at(OneLayer one, Execution run, Tensor loss, double[] values, double[] x, int k, double step) {
    double[] parameters = values.clone();
    double[] field = x.clone();
    if (k < values.length) {
      parameters[k] += step;
    } else {
      field[k - values.length] += step;
    }
    one.parameters.bindTo(run, parameters);
    run.bind(one.input, field);
    run.run();
    return run.read(loss);
  }
}
