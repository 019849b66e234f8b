package io.noether.nn.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Program;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Normalisation over channels. */
class LayerNormTest {
  private static final Space ROWS = Space.stored("rows");
  private final Graph graph = new Graph();
  private final Scope scope = new Scope(graph, "net");

  @Test
  void eachRowIsShiftedAndScaledOnItsOwn() {
    double[][] rows = {{1, 2, 4, 9}, {-0.001, 0.002, 0.003, 0}, {5, 5, 5, 5}};
    double[] weight = {1, 2, -1, 0.5};
    double[] bias = {0.1, 0, -2, 3};
    Tensor x = graph.input("x", ROWS, 4);
    Tensor y = scope.layerNorm("norm", Features.of(Irrep.SCALAR, x, "x")).tensor();
    var run = Program.interpreted(List.of(y)).newExecution();
    run.resize(ROWS, rows.length);
    run.bind(x, Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    run.bind(graph.parameters().get(0), weight);
    run.bind(graph.parameters().get(1), bias);
    run.run();
    double[] actual = new double[12];
    run.read(y, actual);
    for (int r = 0; r < rows.length; r++) {
      double mean = Arrays.stream(rows[r]).sum() / 4;
      double variance = Arrays.stream(rows[r]).map(v -> Math.pow(v - mean, 2)).sum() / 4;
      for (int k = 0; k < 4; k++) {
        double expected = (rows[r][k] - mean) / Math.sqrt(variance + 1e-5) * weight[k] + bias[k];
        assertEquals(expected, actual[4 * r + k], 1e-13);
      }
    }
  }

  @Test
  void onlyChannelsOfEvenScalarsHaveOne() {
    Features vectors = Features.of(Irrep.VECTOR, graph.input("v", ROWS, 3, 4), "v");
    Features single = Features.of(Irrep.SCALAR, graph.input("s", ROWS), "s");
    assertThrows(TypeException.class, () -> scope.layerNorm("norm", vectors));
    assertThrows(TypeException.class, () -> scope.layerNorm("norm", single));
  }
}
