package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation's derivative, by random projection against central differences, to third order. */
class OperationGradientsTest {
  private static final Binding.Sizes SIZES = new Binding.Sizes(5, 11, 2, 3);

  /** Domains in which each function is smooth, as an affine image of [-1, 1]. */
  private static final Map<Function, UnaryOperator<Tensor>> DOMAINS = new LinkedHashMap<>();

  static {
    DOMAINS.put(Function.EXP, x -> x.times(2));
    DOMAINS.put(Function.LOG, x -> x.times(0.8).plus(1.1));
    DOMAINS.put(Function.SIN, x -> x.times(3));
    DOMAINS.put(Function.COS, x -> x.times(3));
    DOMAINS.put(Function.SQRT, x -> x.times(0.8).plus(1.2));
    DOMAINS.put(Function.RECIPROCAL, x -> x.times(0.7).plus(-1.3));
    DOMAINS.put(Function.SIGMOID, x -> x.times(4));
    DOMAINS.put(Function.SOFTPLUS, x -> x.times(4));
    DOMAINS.put(Function.TANH, x -> x.times(2));
    DOMAINS.put(Function.STEP, x -> x.times(0.4).plus(0.5).times(x.square().plus(0.1)));
  }

  /** Operations of two node fields x [2, 3] and y [3], a weight w [3, 4] and a matrix m [3, 3]. */
  private static final Map<String, BiFunction<Graph, Tensor[], Tensor>> FORMS = new LinkedHashMap<>();

  static {
    FORMS.put("plus", (g, t) -> t[0].plus(t[0].square()).plus(0.5));
    FORMS.put("minus", (g, t) -> t[0].square().minus(t[0]));
    FORMS.put("scaled", (g, t) -> t[0].times(-1.7));
    FORMS.put("elementwise", (g, t) -> t[0].times(t[0]).times(t[0]));
    FORMS.put("outer", (g, t) -> g.contract("ab,c->cab", t[0], t[1]));
    FORMS.put("dot", (g, t) -> g.contract("a,a->", t[1], t[1].square()));
    FORMS.put("weight on the right", (g, t) -> g.contract("k,kn->n", t[1], t[2]));
    FORMS.put("weight on the left", (g, t) -> g.contract("kn,k->n", t[2], t[1]));
    FORMS.put("channels by weight", (g, t) -> g.contract("ck,kn->cn", t[0], t[2]));
    FORMS.put("transposed weight", (g, t) -> g.contract("ck,nk->cn", t[0], t[3]));
    FORMS.put("two results transposed", (g, t) -> g.contract("ck,kn->nc", t[0], t[2]));
    FORMS.put("batch label", (g, t) -> g.contract("ck,k->ck", t[0], t[1]));
    FORMS.put("summed on one side", (g, t) -> g.contract("ck,n->n", t[0], t[1]));
    FORMS.put("trace", (g, t) -> g.contract("aa->", t[3].square()));
    FORMS.put("diagonal", (g, t) -> g.contract("aa->a", t[3]).square());
    FORMS.put("onto the diagonal", (g, t) -> g.contract("a->aa", t[1]));
    FORMS.put("diagonal of a product", (g, t) -> g.contract("aa,a->a", t[3], t[1]));
    FORMS.put("transposition", (g, t) -> g.contract("ab->ba", t[0]));
    FORMS.put("repetition", (g, t) -> t[1].expand("a->ban", 2, 3, 4));
    FORMS.put("reduction", (g, t) -> g.contract("ab->b", t[0]));
    FORMS.put("slice", (g, t) -> t[0].slice(1, 1, 2));
    FORMS.put("concat", (g, t) -> g.concat(1, t[0], t[0].square(), t[0].slice(1, 0, 1)));
    FORMS.put("pad", (g, t) -> g.pad(t[0], 0, 1, 5));
    FORMS.put("reshape", (g, t) -> t[0].reshape(3, 1, 2));
    FORMS.put("gather sorted", (g, t) -> t[0].gather(World.RECEIVER));
    FORMS.put("gather unsorted", (g, t) -> t[0].gather(World.SENDER));
    FORMS.put("sum unsorted", (g, t) -> t[0].sum(World.KIND));
    FORMS.put("sum sorted", (g, t) -> t[0].sum(World.GROUP));
    FORMS.put("message", (g, t) -> t[0].gather(World.SENDER).times(t[0].gather(World.RECEIVER)).sum(World.RECEIVER));
    FORMS.put("reverse message", (g, t) -> t[0].gather(World.RECEIVER).square().sum(World.SENDER));
    FORMS.put("total and back", (g, t) -> t[0].times(t[0].total()));
  }

  @TestFactory
  Stream<DynamicTest> functions() {
    return DOMAINS.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey().name(), () -> {
      var g = new Graph();
      Tensor x = g.input("x", World.NODES, 3);
      check(e.getKey().name(), e.getValue().apply(x).apply(e.getKey()), List.of(x));
    }));
  }

  @TestFactory
  Stream<DynamicTest> forms() {
    return FORMS.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      var g = new Graph();
      Tensor[] leaves = leaves(g);
      check(e.getKey(), e.getValue().apply(g, leaves), List.of(leaves));
    }));
  }

  @Test
  void theTablesCoverEveryFunctionAndOperation() {
    assertEquals(EnumSet.allOf(Function.class), DOMAINS.keySet());
    Set<Class<?>> seen = new HashSet<>();
    var g = new Graph();
    Tensor[] leaves = leaves(g);
    leaves[0].exp();
    FORMS.values().forEach(form -> form.apply(g, leaves));
    g.nodes().forEach(t -> seen.add(t.op().getClass()));
    for (Class<?> op : Op.class.getPermittedSubclasses()) {
      assertTrue(seen.contains(op), op + " is not in the tables");
    }
  }

  private static Tensor[] leaves(Graph g) {
    return new Tensor[] {g.input("x", World.NODES, 2, 3), g.input("y", World.NODES, 3),
        g.parameter("w", Space.POINT, new Initial.Uniform(1), 3, 4),
        g.parameter("m", Space.POINT, new Initial.Uniform(1), 3, 3)};
  }

  /** Through a nonlinear measure, so that the operation's second derivative meets a cotangent that varies. */
  private static void check(String what, Tensor y, List<Tensor> wrt) {
    var random = new SplittableRandom(what.hashCode());
    String labels = Graph.labels(y.shape().rank());
    Tensor scalar = y.graph().contract(labels + "->", y.apply(Function.SIN)).total();
    GradientCheck.check(what, scalar, wrt, Binding.random(wrt, SIZES, random), 3, random);
  }
}
