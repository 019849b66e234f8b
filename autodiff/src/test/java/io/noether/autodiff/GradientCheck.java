package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Compares derivatives along random directions with central differences of the interpreter, order by order: the slope
 * of one order, a scalar of the graph again, is the function of the next.
 */
final class GradientCheck {
  private GradientCheck() {}

  /** The sum over everything of gradient times direction. */
  static Tensor project(List<Tensor> gradients, List<Tensor> directions) {
    Graph g = gradients.getFirst().graph();
    Tensor slope = g.zero(Space.POINT, Shape.SCALAR);
    for (int k = 0; k < gradients.size(); k++) {
      String labels = Graph.labels(gradients.get(k).shape().rank());
      slope = slope.plus(g.contract(labels + "," + labels + "->", gradients.get(k), directions.get(k)).total());
    }
    return slope;
  }

  /** Checks derivatives of {@code scalar} with respect to {@code wrt} up to an order. */
  static void check(String what, Tensor scalar, List<Tensor> wrt, Binding start, int order, SplittableRandom random) {
    Graph g = scalar.graph();
    Binding binding = start;
    Tensor current = scalar;
    for (int k = 1; k <= order; k++) {
      var directions = new ArrayList<Tensor>();
      for (Tensor leaf : wrt) {
        int[] dims = leaf.shape().dims().stream().mapToInt(Integer::intValue).toArray();
        directions.add(g.input("along " + leaf.name() + " " + k + "." + g.nodes().size(), leaf.space(), dims));
      }
      Map<Tensor, double[]> along = new LinkedHashMap<>();
      for (Tensor v : directions) {
        along.put(v, Binding.numbers(v, binding.sizes(), random));
      }
      binding = binding.with(along);
      Tensor slope = project(Gradients.of(current, wrt), directions);
      compare(what + ", order " + k, current, slope, wrt, directions, binding);
      current = slope;
    }
  }

  private static void compare(String what, Tensor function, Tensor slope, List<Tensor> wrt, List<Tensor> directions,
      Binding binding) {
    var execution = Program.interpreted(List.of(slope)).newExecution();
    binding.bindTo(execution);
    execution.run();
    double exact = execution.read(slope);
    Bounds.Field bounds = Bounds.of(List.of(function), binding, Precision.FLOAT64).get(function);
    double noise = 0x1p-53 * bounds.error()[0];
    double scale = Math.abs(bounds.value()[0]) + Math.abs(exact) + 1e-3;
    var differences = Program.interpreted(List.of(function)).newExecution();
    binding.bindTo(differences);
    String report = "";
    for (double h : new double[] {2e-2, 2e-3, 2e-4}) {
      double fine = difference(differences, function, wrt, directions, binding, h / 2);
      double coarse = difference(differences, function, wrt, directions, binding, h);
      double tolerance = Math.abs(fine - coarse) + 3 * noise / h + 1e-12 * scale;
      report += " h=%g: %.12g ± %.2g;".formatted(h, fine, tolerance);
      if (tolerance < 1e-5 * scale) {
        assertTrue(Math.abs(exact - fine) <= tolerance,
            what + ": the graph says " + exact + ", differences say" + report);
        return;
      }
    }
    throw new AssertionError(what + ": differences do not settle:" + report + " the graph says " + exact);
  }

  /** Fourth-order central difference along the directions. */
  private static double difference(Execution execution, Tensor function, List<Tensor> wrt, List<Tensor> directions,
      Binding binding, double h) {
    double near =
        at(execution, function, wrt, directions, binding, h) - at(execution, function, wrt, directions, binding, -h);
    double far = at(execution, function, wrt, directions, binding, 2 * h)
        - at(execution, function, wrt, directions, binding, -2 * h);
    return (8 * near - far) / (12 * h);
  }

  private static double at(Execution execution, Tensor function, List<Tensor> wrt, List<Tensor> directions,
      Binding binding, double step) {
    for (int k = 0; k < wrt.size(); k++) {
      double[] moved = binding.values().get(wrt.get(k)).clone();
      double[] along = binding.values().get(directions.get(k));
      for (int n = 0; n < moved.length; n++) {
        moved[n] += step * along[n];
      }
      execution.bind(wrt.get(k), moved);
    }
    execution.run();
    return execution.read(function);
  }
}
