package io.noether.autodiff.tables;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Shape;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The expression that reads tables: a cubic in the place within an interval, whose four coefficients are a row of the
 * table. The intervals are a space, so how many there are is known only when tables are bound.
 */
final class Lookup {
  private final Space intervals;
  private final Index interval;
  private final Tensor start;
  private final Tensor perSpacing;
  private final List<Tensor> tables = new ArrayList<>();
  private final List<Tensor> results = new ArrayList<>();

  Lookup(List<Tensor> functions, Tensor variable) {
    Graph g = variable.graph();
    String id = freeName(g);
    intervals = Space.stored(id + ".intervals");
    interval = Index.of(id + ".interval", variable.space(), intervals);
    start = g.input(id + ".start", intervals);
    perSpacing = g.input(id + ".perSpacing", Space.POINT);
    Tensor powers = powers(variable.minus(start.gather(interval)).times(perSpacing));
    for (Tensor f : functions) {
      int[] dims = IntStream.concat(IntStream.of(4), f.shape().dims().stream().mapToInt(Integer::intValue)).toArray();
      Tensor table = g.input(id + ".table." + tables.size(), intervals, dims);
      String labels = labels(f.shape());
      tables.add(table);
      results.add(g.contract("a,a" + labels + "->" + labels, powers, table.gather(interval)));
    }
  }

  /** What the names of the space, the index and the inputs begin with: "tabulated.0" for the first look-up of a graph. */
  private static String freeName(Graph g) {
    int k = 0;
    while (g.leaf("tabulated." + k + ".start").isPresent()) {
      k++;
    }
    return "tabulated." + k;
  }

  /** 1, t, t², t³, by Horner's scheme. */
  private static Tensor powers(Tensor t) {
    Graph g = t.graph();
    Tensor powers = g.constant(new double[] {0, 0, 0, 1}, 4);
    for (int k = 2; k >= 0; k--) {
      double[] unit = new double[4];
      unit[k] = 1;
      powers = t.times(powers).plus(g.constant(unit, 4));
    }
    return powers;
  }

  /** What replaces a function. */
  Tensor result(int function) {
    return results.get(function);
  }

  Index interval() {
    return interval;
  }

  /** Sets the number of intervals and binds everything but the index. */
  void bind(Execution execution, Knots knots, List<double[]> numbers) {
    execution.resize(intervals, knots.rows());
    execution.bind(start, IntStream.range(0, knots.rows()).mapToDouble(knots::position).toArray());
    execution.bind(perSpacing, new double[] {1 / knots.spacing()});
    for (int k = 0; k < tables.size(); k++) {
      execution.bind(tables.get(k), numbers.get(k));
    }
  }

  /** Labels for a shape's axes, from b on. */
  static String labels(Shape shape) {
    return IntStream.range(0, shape.rank()).mapToObj(k -> String.valueOf((char) ('b' + k))).reduce("", String::concat);
  }
}
