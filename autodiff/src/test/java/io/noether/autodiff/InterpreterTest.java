package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The oracle against numbers worked out by hand, and against a second evaluator written for the tests. */
class InterpreterTest {
  private final Graph g = new Graph();
  private final Tensor x = g.input("x", World.NODES, 2);
  private final Tensor w = g.parameter("w", Space.POINT, new Initial.Uniform(1), 2, 3);
  private final Binding binding = new Binding(
      Map.of(Space.POINT, 1, World.NODES, 3, World.EDGES, 4, World.GROUPS, 2, World.KINDS, 2),
      Map.of(World.RECEIVER, new int[] {0, 0, 2, 2}, World.SENDER, new int[] {1, 2, 0, 2},
          World.GROUP, new int[] {0, 0, 1}, World.KIND, new int[] {1, 0, 1}),
      Map.of(x, new double[] {1, 2, 3, 4, 5, 6}, w, new double[] {1, 0, -1, 2, 1, 0}));

  @Test
  void rowsTimesAMatrix() {
    assertValues(g.contract("k,kn->n", x, w), 5, 2, -1, 11, 4, -3, 17, 6, -5);
  }

  @Test
  void outerProductAndTranspose() {
    Tensor outer = g.contract("a,b->ab", x, x);
    assertValues(outer, 1, 2, 2, 4, 9, 12, 12, 16, 25, 30, 30, 36);
    assertValues(g.contract("ab,b->ba", outer, g.constant(new double[] {1, 10}, 2)),
        1, 2, 20, 40, 9, 12, 120, 160, 25, 30, 300, 360);
  }

  @Test
  void tracesAndDiagonals() {
    Tensor outer = g.contract("a,b->ab", x, x);
    assertValues(g.contract("aa->", outer), 5, 25, 61);
    assertValues(g.contract("a->aa", x), 1, 0, 0, 2, 3, 0, 0, 4, 5, 0, 0, 6);
  }

  @Test
  void gathersFollowTheirIndex() {
    assertValues(x.gather(World.SENDER), 3, 4, 5, 6, 1, 2, 5, 6);
    assertValues(w.slice(0, 1, 1).reshape(3).gather(Index.toPoint(World.GROUPS)), 2, 1, 0, 2, 1, 0);
  }

  @Test
  void sumsFollowTheirIndex() {
    Tensor sent = x.gather(World.SENDER);
    assertValues(sent.sum(World.RECEIVER), 8, 10, 0, 0, 6, 8);
    assertValues(sent.sum(World.SENDER), 1, 2, 3, 4, 10, 12);
    assertValues(x.sum(World.GROUP), 4, 6, 5, 6);
    assertValues(x.sum(World.KIND), 3, 4, 6, 8);
    assertValues(x.total(), 9, 12);
  }

  @Test
  void blocks() {
    assertValues(g.concat(0, x, x.slice(0, 1, 1)), 1, 2, 2, 3, 4, 4, 5, 6, 6);
    assertValues(g.pad(w, 1, 1, 5), 0, 1, 0, -1, 0, 0, 2, 1, 0, 0);
    assertValues(w.slice(1, 1, 2), 0, -1, 1, 0);
    assertValues(x.expand("a->ba", 2, 2), 1, 2, 1, 2, 3, 4, 3, 4, 5, 6, 5, 6);
  }

  @Test
  void repeatedRunsForgetTheRunBefore() {
    Tensor output = x.total();
    var execution = Program.interpreted(List.of(output)).newExecution();
    assertArrayEquals(new double[] {9, 12}, Twin.run(execution, List.of(output), binding).getFirst());
    assertArrayEquals(new double[] {9, 12}, Twin.run(execution, List.of(output), binding).getFirst());
  }

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesWithTheSecondEvaluator(long seed) {
    var random = new SplittableRandom(seed);
    RandomProgram program = RandomPrograms.of(seed);
    List<Tensor> outputs = program.outputsToSecondOrder(random);
    Binding numbers = Binding.random(program.leaves(), Binding.Sizes.random(random), random);
    var bounds = Bounds.of(outputs, numbers, Precision.FLOAT64);
    Twin.assertClose("seed " + seed, outputs, numbers, Precision.FLOAT64,
        outputs.stream().map(t -> bounds.get(t).value()).toList(), Twin.reference(outputs, numbers));
  }

  /** The tolerances of the twin tests would hide errors if random programs were ill-conditioned. */
  @Test
  void tolerancesAreTight() {
    double[] relative = LongStream.range(0, 60).flatMap(seed -> {
      var random = new SplittableRandom(seed);
      RandomProgram program = RandomPrograms.of(seed);
      List<Tensor> outputs = program.outputsToSecondOrder(random);
      var numbers = Binding.random(program.leaves(), Binding.Sizes.random(random), random);
      var bounds = Bounds.of(outputs, numbers, Precision.FLOAT64);
      return outputs.stream().map(bounds::get).filter(f -> f.value().length > 0)
          .mapToLong(f -> Math.round(max(f.error()) / Math.max(max(f.value()), 1e-3)));
    }).asDoubleStream().sorted().toArray();
    assertTrue(relative[relative.length / 2] < 1e3, "median " + relative[relative.length / 2]);
    assertTrue(relative[relative.length * 9 / 10] < 1e4, "nine in ten " + relative[relative.length * 9 / 10]);
    assertEquals(0, Arrays.stream(relative).filter(Double::isNaN).count());
  }

  private static double max(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
  }

  private void assertValues(Tensor t, double... expected) {
    assertArrayEquals(expected, Twin.reference(List.of(t), binding).getFirst());
  }
}
