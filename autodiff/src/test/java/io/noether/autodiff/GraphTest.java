package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.inspect.GraphPrinter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Interning and the simplifications made while a graph is built. */
class GraphTest {
  private final Graph g = new Graph();
  private final Tensor x = g.input("x", World.NODES, 4);
  private final Tensor y = g.input("y", World.NODES, 4);
  private final Tensor zero = g.zero(World.NODES, Shape.of(4));

  @Test
  void equalExpressionsAreOneNode() {
    assertSame(x.plus(y).exp(), x.plus(y).exp());
    assertSame(g.contract("k,k->", x, y), g.contract("q,q->", x, y));
    assertSame(x.gather(World.SENDER), x.gather(Index.of("sender", World.EDGES, World.NODES)));
    assertSame(g.scalar(2), g.constant(new double[] {2}));
    assertSame(x.slice(0, 1, 2), x.slice(0, 1, 2));
    int size = g.nodes().size();
    x.plus(y).exp();
    assertEquals(size, g.nodes().size());
  }

  @Test
  void differentExpressionsAreNot() {
    assertNotSame(x.plus(y), x.minus(y));
    assertNotSame(x.gather(World.SENDER), x.gather(World.RECEIVER));
    assertNotSame(g.zero(World.NODES, Shape.of(4)), g.zero(World.EDGES, Shape.of(4)));
    assertNotSame(g.scalar(0.0), g.scalar(-0.0));
    assertNotSame(x.reshape(2, 2), x.reshape(4, 1));
    assertNotSame(x.expand("a->ba", 2, 4), x.expand("a->ba", 3, 4));
  }

  /** Each step doubles the expression's size written out; comparing nodes by value would never end. */
  @Test
  void sharedSubexpressionsStayShared() {
    Tensor t = x;
    Tensor again = x;
    for (int k = 0; k < 200; k++) {
      t = t.times(t).plus(t.apply(Function.SIN));
      again = again.times(again).plus(again.apply(Function.SIN));
    }
    assertSame(t, again);
    assertTrue(g.nodes().size() < 1000);
    assertTrue(Gradients.of(g.contract("a->", t).total(), x).id() < 3000);
  }

  @Test
  void sliceOfAConcatIsThePart() {
    Tensor joined = g.concat(0, x, y, x);
    assertSame(x, joined.slice(0, 0, 4));
    assertSame(y, joined.slice(0, 4, 4));
    assertSame(x, joined.slice(0, 8, 4));
  }

  /** A slice of the gradient of a join needs no pads of zeros left over. */
  @Test
  void gradientThroughAConcatIsAPart() {
    Tensor loss = g.contract("a,a->", g.concat(0, x, y), g.concat(0, y, x).exp()).total();
    var ops = Graph.reachable(List.of(Gradients.of(loss, x)));
    assertTrue(ops.stream().noneMatch(t -> t.op() instanceof Op.Combine(var c) && c.isEmpty()),
        GraphPrinter.toText(ops));
  }

  @Test
  void sliceOfAPadIsThePartOrZero() {
    Tensor padded = g.pad(x, 0, 2, 9);
    assertSame(x, padded.slice(0, 2, 4));
    assertSame(g.zero(World.NODES, Shape.of(2)), padded.slice(0, 0, 2));
    assertSame(g.zero(World.NODES, Shape.of(3)), padded.slice(0, 6, 3));
  }

  @Test
  void wholeSlicesPadsAndReshapesAreNothing() {
    assertSame(x, x.slice(0, 0, 4));
    assertSame(x, g.pad(x, 0, 0, 4));
    assertSame(x, x.reshape(4));
    assertSame(x, x.reshape(2, 2).reshape(4));
    assertSame(x, g.contract("a->a", x));
  }

  @Test
  void zeroSpreads() {
    Tensor matrix = g.input("m", World.NODES, 4, 4);
    for (Tensor t : List.of(x.minus(x), zero.times(3), zero.plus(zero), zero.times(x), x.times(zero),
        g.contract("k,kn->n", zero, matrix), zero.negate(), g.contract("ab,b->a", matrix, zero))) {
      assertSame(zero, t);
    }
    assertSame(x, x.plus(zero));
    assertSame(x, zero.plus(x));
    assertSame(zero, x.times(0));
    assertTrue(Graph.isZero(zero.gather(World.SENDER)));
    assertTrue(Graph.isZero(zero.sum(World.GROUP)));
    assertTrue(Graph.isZero(zero.total()));
    assertTrue(Graph.isZero(zero.reshape(2, 2)));
    assertTrue(Graph.isZero(zero.slice(0, 1, 2)));
    assertTrue(Graph.isZero(g.pad(zero, 0, 1, 8)));
    assertTrue(Graph.isZero(g.concat(0, zero, zero)));
    assertEquals(Shape.of(8), g.concat(0, zero, zero).shape());
  }

  @Test
  void scalarFactorsFold() {
    assertSame(x.times(6), x.times(2).times(3));
    assertSame(x, x.negate().negate());
    assertSame(g.contract("a,a->", x, y).times(1), g.contract("a,a->", x, y));
    assertSame(x.plus(y.times(6)), x.plus(y.times(2).times(3)));
    Tensor folded = g.contract("a,a->", x.times(2), y.times(5));
    assertEquals(new Op.Contract(Form.parse("a,a->").times(10)), folded.op());
    assertEquals(List.of(x, y), folded.operands());
    assertSame(x.times(2), x.plus(x));
  }

  @Test
  void gradientsOfWhatDoesNotDependAreZero() {
    Tensor loss = g.contract("a->", x.exp()).total();
    Tensor gradient = Gradients.of(loss, y);
    assertTrue(Graph.isZero(gradient));
    assertEquals(y.space(), gradient.space());
    assertEquals(y.shape(), gradient.shape());
    assertTrue(Graph.isZero(Gradients.of(g.contract("a->", x).total().plus(1), y)));
    assertTrue(Graph.isZero(Gradients.of(Gradients.of(g.scalar(3), g.scalar(4)), x)));
    assertTrue(Graph.isZero(Gradients.of(g.contract("a->", x.apply(Function.STEP)).total(), x)));
  }

  @Test
  void gradientForAnIntermediateTensor() {
    Tensor middle = x.exp();
    Tensor loss = g.contract("a,a->", middle, middle).total();
    Tensor gradient = Gradients.of(loss, middle);
    Binding binding = Binding.random(List.of(x), new Binding.Sizes(3, 0, 1, 1), new SplittableRandom(1));
    List<double[]> numbers = Twin.reference(List.of(middle.times(2), gradient), binding);
    assertArrayEquals(numbers.get(0), numbers.get(1));
    assertSame(g.scalar(1), Gradients.of(loss, loss));
  }

  @Test
  void operandsComeBeforeTheirUsers() {
    for (long seed = 0; seed < 20; seed++) {
      RandomProgram program = RandomPrograms.of(seed);
      program.outputsToSecondOrder(new SplittableRandom(seed));
      Set<List<Object>> seen = new HashSet<>();
      List<Tensor> nodes = program.graph().nodes();
      for (int id = 0; id < nodes.size(); id++) {
        Tensor t = nodes.get(id);
        assertEquals(id, t.id());
        t.operands().forEach(o -> assertTrue(o.id() < t.id()));
        assertTrue(seen.add(List.of(t.op(), t.operands(), t.space(), t.shape())), () -> t + " occurs twice");
      }
    }
  }

  @Test
  void aThirdDerivativeNeedsNoNewForms() {
    Tensor w = g.parameter("w", Space.POINT, new Initial.Uniform(1), 4, 4);
    Tensor h = g.contract("k,kn->n", g.contract("k,kn->n", x, w).silu(), w).silu();
    Tensor energy = g.contract("a->", h).total();
    Tensor force = Gradients.of(energy, x);
    Tensor second = Gradients.of(g.contract("a,a->", force, force).total(), x);
    Set<Op> before = forms(List.of(energy, force, second));
    Set<Op> after = forms(List.of(energy, force, second, Gradients.of(g.contract("a,a->", second, second).total(), x)));
    assertEquals(before, after);
  }

  private static Set<Op> forms(List<Tensor> outputs) {
    Set<Op> forms = new HashSet<>();
    for (Tensor t : Graph.reachable(outputs)) {
      if (t.op() instanceof Op.Contract(var form)) {
        forms.add(new Op.Contract(new Form(form.operands(), form.result(), 1)));
      }
    }
    return forms;
  }
}
