package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Graph;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.PlannedProgram;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The layer from pairs to pairs is the sum of fifteen terms that can be written out by hand. */
class SecondOrderFormulaTest {
  private static final int IN = 2;
  private static final int OUT = 3;

  private final Graph graph = new Graph();
  private final Tuples tuples = new Tuples(graph, "g", 2);
  private final Tensor input = graph.input("x", tuples.space(2), IN);
  private final PermutationLinear layer = new PermutationLinear(tuples, "layer", 2, 2, IN, OUT);
  private final Tensor output = layer.apply(input);
  private final ParameterSet parameters = new ParameterSet(graph.parameters(), 1, Map.of());

  SecondOrderFormulaTest() {
    var random = new Random(3);
    for (int k = 0; k < parameters.values().length; k++) { // biases too
      parameters.values()[k] = random.nextGaussian();
    }
  }

  @Test
  void fifteenTermsAndTwoBiases() {
    check(Program.interpreted(List.of(output)));
    check(PlannedProgram.of(List.of(output), Precision.FLOAT64));
  }

  private void check(Program program) {
    int[] sizes = {3, 1, 5};
    var random = new Random(4);
    var batch = new DenseBatch(2, sizes);
    int pairs = batch.count(2);
    double[] x = new double[IN * pairs];
    Arrays.setAll(x, _ -> random.nextGaussian());
    var run = program.newExecution();
    tuples.bind(run, batch);
    parameters.bindTo(run);
    run.bind(input, x);
    run.run();
    double[] y = new double[OUT * pairs];
    run.read(output, y);
    int row = 0;
    for (int n : sizes) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          for (int c = 0; c < OUT; c++) {
            assertEquals(expected(x, row, n, i, j, c), y[(row + i * n + j) * OUT + c], 1e-12);
          }
        }
      }
      row += n * n;
    }
  }

  private double expected(double[] x, int row, int n, int i, int j, int c) {
    double y = p("bias.ab", c) + (i == j ? p("bias.aa", c) : 0);
    for (int k = 0; k < IN; k++) {
      int channel = k;
      double[][] a = new double[n][n];
      for (int s = 0; s < n * n; s++) {
        a[s / n][s % n] = x[(row + s) * IN + channel];
      }
      double total = 0;
      double trace = 0;
      double[] r = new double[n];
      double[] q = new double[n];
      for (int s = 0; s < n * n; s++) {
        total += a[s / n][s % n] / (n * n);
        r[s / n] += a[s / n][s % n] / n;
        q[s % n] += a[s / n][s % n] / n;
      }
      for (int s = 0; s < n; s++) {
        trace += a[s][s] / n;
      }
      int at = k * OUT + c;
      y += p("ab>ab", at) * a[i][j] + p("ab>ba", at) * a[j][i]
          + p("ab>ac", at) * r[i] + p("ab>bc", at) * q[i] + p("aa>ab", at) * a[i][i]
          + p("ab>ca", at) * r[j] + p("ab>cb", at) * q[j] + p("aa>ba", at) * a[j][j]
          + p("ab>cd", at) * total + p("aa>bc", at) * trace;
      if (i == j) {
        y += p("ab>aa", at) * r[i] + p("ab>bb", at) * q[i] + p("aa>aa", at) * a[i][i]
            + p("ab>cc", at) * total + p("aa>bb", at) * trace;
      }
    }
    return y;
  }

  private double p(String name, int at) {
    Tensor parameter = parameters.tensors().stream().filter(t -> t.name().equals("layer." + name)).findFirst()
        .orElseThrow();
    return parameters.values()[parameters.offset(parameter) + at];
  }
}
