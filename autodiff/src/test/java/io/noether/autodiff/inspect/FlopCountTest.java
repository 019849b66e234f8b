package io.noether.autodiff.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.noether.autodiff.Function;
import io.noether.autodiff.Gradients;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Operations counted by hand. */
class FlopCountTest {
  private static final Space ATOMS = Space.stored("atoms");
  private static final Space EDGES = Space.streamed("edges");
  private static final Index RECEIVER = Index.sorted("receiver", EDGES, ATOMS);
  private static final int N = 7;
  private static final int E = 1000;
  private static final Map<Space, Integer> SIZES = Map.of(ATOMS, N, EDGES, E);

  private final Graph g = new Graph();
  private final Tensor x = g.input("x", ATOMS, 3);
  private final Tensor y = g.input("y", ATOMS, 5);
  private final Tensor r = g.input("r", EDGES, 3);
  private final Tensor w = g.parameter("w", Space.POINT, new Initial.Constant(0), 3, 5);
  private final Tensor b = g.parameter("b", Space.POINT, new Initial.Constant(0), 5);

  @Test
  void aLinearLayerIsTwoForEachWeightAndRow() {
    assertEquals(2 * N * 3 * 5, flops(g.contract("k,kn->n", x, w)));
    assertEquals(2 * E * 3 * 5, flops(g.contract("k,kn->n", r, w)));
    assertEquals(2 * N * 3 * 5 + N * 5, flops(g.contract("k,kn->n", x, w).plus(b)));
  }

  /** Products at each row, then one addition for each row: 2·n·k·m again. */
  @Test
  void aWeightsGradientCostsAsMuchAsTheLayer() {
    Tensor layer = g.contract("k,kn->n", x, w);
    Tensor loss = g.contract("n,n->", layer, y).total();
    Tensor gradient = Gradients.of(loss, w);
    int cotangent = N * 5; // one times y
    assertEquals(cotangent + N * 3 * 5 + N * 3 * 5, flops(gradient));
    assertEquals(2 * N * 3 * 5 + 2 * N * 5 + N, flops(loss));
    assertEquals(flops(loss) + flops(gradient), flops(loss, gradient));
  }

  @Test
  void whatIsDoneNumberByNumberCountsOnce() {
    assertEquals(3 * N, flops(x.times(x)));
    assertEquals(3 * N, flops(x.exp()));
    assertEquals(2 * 3 * N, flops(x.silu()));
    assertEquals(3 * N, flops(x.times(2)));
    assertEquals(0, flops(x.negate()));
    assertEquals(3 * N, flops(x.minus(g.input("z", ATOMS, 3))));
    assertEquals(2 * 3 * N, flops(x.times(0.5).plus(x.exp())) - flops(x.exp()));
  }

  @Test
  void sumsCountTheNumbersAdded() {
    assertEquals(3 * E, flops(r.sum(RECEIVER)));
    assertEquals(3 * E, flops(r.total()));
    assertEquals(3 * E, flops(g.contract("a->", r)));
    assertEquals(3 * E + E, flops(g.contract("a->", r.times(2))));
  }

  @Test
  void formsOfEveryKind() {
    assertEquals(9 * E, flops(g.contract("a,b->ab", r, r)));
    assertEquals(2 * 3 * E, flops(g.contract("a,a->", r, r)));
    assertEquals(2 * 3 * E + E, flops(g.contract("a,a->", r, r.times(2))));
    assertEquals(0, flops(r.expand("a->ab", 3, 4)));
    assertEquals(0, flops(g.contract("a->aa", r)));
    assertEquals(0, flops(g.contract("ab->ba", g.contract("a->aa", r))));
  }

  @Test
  void movingNumbersIsFree() {
    assertEquals(0, flops(x.gather(RECEIVER)));
    assertEquals(0, flops(y.slice(0, 1, 2)));
    assertEquals(0, flops(y.reshape(5, 1)));
    assertEquals(0, flops(g.concat(0, x, y)));
    assertEquals(3 * N, flops(g.concat(0, x, y).plus(g.pad(x, 0, 1, 8))));
  }

  @Test
  void aNodeCountsOnceHoweverManyReadIt() {
    Tensor shared = x.exp();
    assertEquals(3 * N + 3 * N + 3 * N, flops(shared.square(), shared.apply(Function.SIN)));
    assertEquals(3 * N, flops(shared, shared));
  }

  @Test
  void largeNumbersFit() {
    Tensor large = g.contract("k,kn->n", r, w);
    assertEquals(30L * Integer.MAX_VALUE, FlopCount.of(List.of(large), Map.of(EDGES, Integer.MAX_VALUE)));
  }

  @Test
  void aMissingSizeIsNamed() {
    var e = assertThrows(IllegalArgumentException.class,
        () -> FlopCount.of(List.of(r.sum(RECEIVER)), Map.of(ATOMS, N)));
    assertEquals("the size of edges is not given", e.getMessage());
  }

  private static long flops(Tensor... outputs) {
    return FlopCount.of(List.of(outputs), SIZES);
  }
}
