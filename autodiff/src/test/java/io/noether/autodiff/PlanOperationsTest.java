package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.plan.PlannedProgram;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Single operations in the plan at awkward row counts, block sizes and arguments. */
class PlanOperationsTest {
  private static final int[] ROWS = {0, 1, 2, 7, 15, 16, 17, 33, 64, 65, 129};

  static Stream<Integer> widths() {
    return IntStream.of(1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 48, 64, 65).boxed();
  }

  /** Ordinary arguments, the edges of vector lanes, and far out on both sides. */
  @ParameterizedTest
  @EnumSource(Function.class)
  void functionsOverTheirDomain(Function function) {
    var g = new Graph();
    Tensor x = g.input("x", World.NODES);
    List<Tensor> outputs = List.of(x.apply(function));
    double[] arguments = DoubleStream.of(-1000, -100, -88, -69.5, -30, -17, -10, -3, -1, -0.5, -1e-3, -1e-12, 0, 1e-12,
        1e-3, 0.25, 0.5, 1, Math.PI / 2, 2, Math.E, 3, Math.PI, 5, 9, 10, 17, 30, 60, 85, 100, 1000)
        .map(v -> (float) v).filter(v -> inDomain(function, v)).toArray();
    Binding binding = nodes(arguments.length, Map.of(x, arguments));
    Twin.assertPlanned(function.name(), outputs, binding);
  }

  /** The activation of most networks and its derivatives stay finite however far out. */
  @Test
  void siluIsFiniteToThirdOrderFarOut() {
    var g = new Graph();
    Tensor x = g.input("x", World.NODES);
    Tensor first = Gradients.of(x.silu().total(), x);
    Tensor second = Gradients.of(first.total(), x);
    Tensor third = Gradients.of(second.total(), x);
    List<Tensor> outputs = List.of(first, second, third);
    Binding binding = nodes(7, Map.of(x, new double[] {-1000, -90, -40, 0, 40, 90, 1000}));
    Twin.assertPlanned("silu", outputs, binding);
    assertEquals(List.of(0.0, 0.5, 1.0),
        Stream.of(0, 3, 6).map(n -> Twin.reference(outputs, binding).get(0)[n]).toList());
    for (Precision precision : Precision.values()) {
      Twin.run(PlannedProgram.of(outputs, precision).newExecution(), outputs, binding)
          .forEach(numbers -> assertTrue(Arrays.stream(numbers).allMatch(Double::isFinite), Arrays.toString(numbers)));
    }
  }

  /** Matrix products in all four orientations, as deep and as wide as register blocks do not like. */
  @ParameterizedTest
  @MethodSource("widths")
  void matrixProducts(int width) {
    for (int depth : new int[] {1, 8, 33}) {
      var g = new Graph();
      Tensor x = g.input("x", World.NODES, depth);
      Tensor z = g.input("z", World.NODES, 3, depth);
      Tensor w = g.parameter("w", Space.POINT, new Initial.Uniform(1), depth, width);
      Tensor flat = g.contract("k,kn->n", x, w);
      Tensor channels = g.contract("ck,kn->cn", z, w);
      Tensor back = g.contract("n,kn->k", flat, w);
      Tensor slope = g.contract("k,n->kn", x, flat).total();
      Tensor own = g.contract("ck,dk->cd", z, z);
      List<Tensor> leaves = List.of(x, z, w);
      Tensor repeated = g.contract(Form.parse("k,kn->cn"), List.of(x, w), Shape.of(2, width));
      List<Tensor> outputs = List.of(flat, channels, back, slope, own, repeated);
      var random = new SplittableRandom(width);
      for (int rows : new int[] {0, 1, 9, 70}) {
        Twin.assertPlanned(width + " from " + depth, outputs,
            Binding.random(leaves, new Binding.Sizes(rows, 0, 1, 1), random));
      }
    }
  }

  /** Row by row operations and both crossings, from one number a row to several vectors. */
  @ParameterizedTest
  @MethodSource("widths")
  void rowsAndCrossings(int width) {
    var g = new Graph();
    Tensor x = g.input("x", World.NODES, width);
    Tensor r = g.input("r", World.EDGES, 3);
    Tensor e = g.input("e", World.EDGES, width);
    Tensor message = e.times(x.gather(World.SENDER)).plus(x.gather(World.RECEIVER).silu());
    Tensor vectors = g.contract("a,b->ab", r, message);
    List<Tensor> outputs = List.of(message.sum(World.RECEIVER), message.sum(World.SENDER), vectors.sum(World.RECEIVER),
        vectors.sum(World.SENDER).slice(0, 1, 1), message.total(), x.sum(World.GROUP), x.sum(World.KIND),
        x.sum(World.KIND).gather(World.KIND), x.total().times(x).total());
    var random = new SplittableRandom(width);
    for (int rows : ROWS) {
      var sizes = new Binding.Sizes(Math.max(1, rows / 3), rows, 3, 2);
      Twin.assertPlanned(rows + " edges", outputs, Binding.random(List.of(x, r, e), sizes, random));
    }
  }

  /** Long sums in float32 keep their accuracy: many equal terms would drift if added one by one. */
  @Test
  void longTotals() {
    var g = new Graph();
    Tensor x = g.input("x", World.NODES);
    int rows = 1 << 18;
    double[] numbers = new double[rows];
    Arrays.fill(numbers, (float) 0.1);
    Tensor total = x.total();
    Binding binding = nodes(rows, Map.of(x, numbers));
    double actual =
        Twin.run(PlannedProgram.of(List.of(total), Precision.FLOAT32).newExecution(), List.of(total), binding)
            .getFirst()[0];
    assertEquals(rows * (double) (float) 0.1, actual, 1e-5 * actual);
  }

  private static boolean inDomain(Function function, double x) {
    return switch (function) {
      case LOG, SQRT -> x > 0;
      case RECIPROCAL -> x != 0;
      case EXP -> x < 88;
      case SIN, COS, SIGMOID, SOFTPLUS, TANH, STEP -> true;
    };
  }

  private static Binding nodes(int rows, Map<Tensor, double[]> values) {
    Binding empty = Binding.random(List.of(), new Binding.Sizes(rows, 0, 1, 1), new SplittableRandom(rows));
    return new Binding(empty.sizes(), empty.maps(), new LinkedHashMap<>(values));
  }
}
