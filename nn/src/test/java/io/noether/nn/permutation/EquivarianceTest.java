package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Execution;
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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Relabelled nodes give the relabelled output: layers, batches of graphs of different sizes, networks, local parts. */
class EquivarianceTest {
  private static final double TOLERANCE = 1e-12;

  @Property(tries = 40)
  void interpreted(@ForAll long seed) {
    check(seed, 5, false);
  }

  @Property(tries = 15)
  void planned(@ForAll long seed) {
    check(seed, 4, true);
  }

  @Test
  void highOrdersPlanned() {
    for (int[] orders : new int[][] {{3, 3}, {4, 1}, {2, 3}}) {
      check(new OneLayer(orders[0], orders[1], 2, 3, 1), new int[] {4, 2, 1}, new Random(5), true);
    }
  }

  private static void check(long seed, int indices, boolean planned) {
    var random = new Random(seed);
    int from = random.nextInt(indices);
    int to = random.nextInt(indices + 1 - from);
    var one = new OneLayer(from, to, 1 + random.nextInt(3), 1 + random.nextInt(3), seed);
    check(one, random.ints(1 + random.nextInt(3), 0, 6).toArray(), random, planned);
  }

  private static void check(OneLayer one, int[] sizes, Random random, boolean planned) {
    one.randomised(random);
    var batch = new DenseBatch(Math.max(one.from, one.to), sizes);
    var relabelling = Arrays.stream(sizes).mapToObj(n -> Permutations.random(n, random)).toList();
    double[] x = one.randomInput(batch, random);
    double[] moved = moved(x, relabelling, one.from, one.in);
    double[] expected = moved(one.interpreted(batch, x), relabelling, one.to, one.out);
    double[] actual = planned ? one.planned(batch, moved) : one.interpreted(batch, moved);
    assertClose(one.from + " → " + one.to, expected, actual);
  }

  /** Two orders up, two down, with activations, products with an adjacency and neighbours' sums between. */
  @Property(tries = 8)
  void aNetwork(@ForAll long seed) {
    var random = new Random(seed);
    var graph = new Graph();
    var tuples = new Tuples(graph, "t", 3);
    Tensor a = graph.input("a", tuples.space(2));
    var adjacency = new Adjacency(tuples, a);
    Tensor x = graph.input("x", tuples.space(1), 2);
    Tensor pairs = new PermutationLinear(tuples, "1", 1, 2, 2, 3).apply(adjacency.neighbours(x)).silu();
    pairs = adjacency.times(pairs, 1, 0).plus(adjacency.neighbours(pairs));
    Tensor triplets = adjacency.times(new PermutationLinear(tuples, "2", 2, 3, 3, 2).apply(pairs).silu(), 0, 2);
    Tensor nodes = new PermutationLinear(tuples, "3", 3, 1, 2, 2).apply(triplets);
    var parameters = new ParameterSet(graph.parameters(), seed, Map.of());

    int[] sizes = {4, 1, 5};
    var batch = new DenseBatch(3, sizes);
    var relabelling = Arrays.stream(sizes).mapToObj(n -> Permutations.random(n, random)).toList();
    double[] xs = numbers(2 * batch.count(1), random);
    double[] as = numbers(batch.count(2), random);
    for (Program program : List.of(Program.interpreted(List.of(nodes)),
        PlannedProgram.of(List.of(nodes), Precision.FLOAT64))) {
      Execution run = program.newExecution();
      tuples.bind(run, batch);
      parameters.bindTo(run);
      double[] before = run(run, Map.of(x, xs, a, as), nodes, 2 * batch.count(1));
      double[] after = run(run, Map.of(x, moved(xs, relabelling, 1, 2), a, moved(as, relabelling, 2, 1)), nodes,
          2 * batch.count(1));
      assertClose("network", moved(before, relabelling, 1, 2), after);
    }
  }

  /** On a relation, the pairs themselves move to other rows. */
  @Property(tries = 20)
  void aRelation(@ForAll long seed) {
    var random = new Random(seed);
    int nodes = 2 + random.nextInt(6);
    var edges = random.ints(nodes, 0, nodes * nodes).mapToObj(e -> new int[] {e / nodes, e % nodes}).toList();
    int[] relabelling = Permutations.random(nodes, random);
    var before = new RelationBatch(new int[] {nodes}, edges);
    var after = new RelationBatch(new int[] {nodes},
        edges.stream().map(e -> new int[] {relabelling[e[0]], relabelling[e[1]]}).toList());
    int[] first = before.map(2, List.of(0));
    int[] second = before.map(2, List.of(1));
    int[] places = new int[first.length];
    Arrays.setAll(places, row -> after.row(relabelling[first[row]], relabelling[second[row]]));
    OneLayer one = new OneLayer(2, 2, 2, 3, seed).randomised(random);
    double[] x = one.randomInput(before, random);
    assertClose("relation", moved(one.interpreted(before, x), places, one.out),
        one.planned(after, moved(x, places, one.in)));
  }

  @Test
  void aMapThatKnowsTheLabelsIsFound() {
    var random = new Random(1);
    var one = new OneLayer(2, 2, 1, 1, 1);
    var batch = new DenseBatch(2, 4);
    var relabelling = List.of(Permutations.cycle(4));
    double[] x = one.randomInput(batch, random);
    double[] y = one.interpreted(batch, x);
    double[] z = one.interpreted(batch, moved(x, relabelling, 2, 1));
    y[3] += 1e-10;
    z[3] += 1e-10; // row 3 in both, whichever pair of nodes it is
    org.junit.jupiter.api.Assertions.assertThrows(AssertionError.class,
        () -> assertClose("labelled", moved(y, relabelling, 2, 1), z));
  }

  private static double[] run(Execution run, Map<Tensor, double[]> inputs, Tensor output, int numbers) {
    inputs.forEach(run::bind);
    run.run();
    double[] values = new double[numbers];
    run.read(output, values);
    return values;
  }

  private static double[] numbers(int count, Random random) {
    return random.doubles(count, -1, 1).toArray();
  }

  private static double[] moved(double[] values, List<int[]> relabelling, int order, int channels) {
    int[] places = new int[values.length / channels];
    int base = 0;
    for (int[] permutation : relabelling) {
      int[] rows = Indices.relabelled(permutation, order);
      for (int row = 0; row < rows.length; row++) {
        places[base + row] = base + rows[row];
      }
      base += rows.length;
    }
    return moved(values, places, channels);
  }

  private static double[] moved(double[] values, int[] places, int channels) {
    double[] result = new double[values.length];
    for (int row = 0; row < places.length; row++) {
      System.arraycopy(values, row * channels, result, places[row] * channels, channels);
    }
    return result;
  }

  private static void assertClose(String what, double[] expected, double[] actual) {
    double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int k = 0; k < expected.length; k++) {
      assertTrue(Math.abs(expected[k] - actual[k]) <= TOLERANCE * scale,
          what + ": " + expected[k] + " and " + actual[k] + " of numbers up to " + scale);
    }
  }
}
