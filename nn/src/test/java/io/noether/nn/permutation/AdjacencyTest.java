package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Local operations against their formulas. */
class AdjacencyTest {
  private static final int NODES = 4;

  private final Random random = new Random(2);
  private final Graph graph = new Graph();
  private final Tuples tuples = new Tuples(graph, "t", 3);
  private final Tensor a = graph.input("a", tuples.space(2));
  private final Tensor x = graph.input("x", tuples.space(1), 1);
  private final Tensor z = graph.input("z", tuples.space(2), 1);
  private final Adjacency adjacency = new Adjacency(tuples, a);
  private final double[] as = random.doubles(NODES * NODES).toArray();
  private final double[] xs = random.doubles(NODES).toArray();
  private final double[] zs = random.doubles(NODES * NODES).toArray();

  @Test
  void neighboursOfNodesAndPairs() {
    double[] nodes = value(adjacency.neighbours(x), 1);
    double[] pairs = value(adjacency.neighbours(z), 2);
    for (int i = 0; i < NODES; i++) {
      double sum = 0;
      double[] row = new double[NODES];
      for (int j = 0; j < NODES; j++) {
        sum += as[i * NODES + j] * xs[j];
        for (int k = 0; k < NODES; k++) {
          row[k] += as[i * NODES + j] * zs[j * NODES + k];
        }
      }
      assertEquals(sum, nodes[i], 1e-14);
      for (int k = 0; k < NODES; k++) {
        assertEquals(row[k], pairs[i * NODES + k], 1e-14);
      }
    }
  }

  @Test
  void productsWithEitherDirection() {
    double[] forward = value(adjacency.times(z, 0, 1), 2);
    double[] backward = value(adjacency.times(z, 1, 0), 2);
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < NODES; j++) {
        int at = i * NODES + j;
        assertEquals(as[at] * zs[at], forward[at]);
        assertEquals(as[j * NODES + i] * zs[at], backward[at]);
      }
    }
  }

  @Test
  void anAdjacencyIsAFieldOverPairs() {
    assertThrows(IllegalArgumentException.class, () -> new Adjacency(tuples, x));
  }

  private double[] value(Tensor output, int order) {
    Execution run = Program.interpreted(List.of(output)).newExecution();
    tuples.bind(run, new DenseBatch(3, NODES));
    run.bind(a, as);
    run.bind(x, xs);
    run.bind(z, zs);
    run.run();
    double[] values = new double[Indices.power(NODES, order)];
    run.read(output, values);
    return values;
  }
}
