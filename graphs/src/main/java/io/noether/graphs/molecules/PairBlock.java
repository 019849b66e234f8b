package io.noether.graphs.molecules;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.nn.layers.LayerNorm;
import io.noether.nn.permutation.PermutationLinear;
import io.noether.nn.permutation.Tuples;

/**
 * One residual layer on pairs, x + L(silu(norm(x))): norm is the layer normalisation over the channels of a pair,
 * L is the general equivariant 2 → 2 layer. Of order 3, L also sees the products along triplets, the mean over k of
 * a_ik·b_kj (channel by channel; Maron et al. 2019), of linear maps a and b of the normalised pairs.
 */
final class PairBlock {
  private final Tuples tuples;
  private final int order;
  private final LayerNorm norm;
  private final Tensor left;
  private final Tensor right;
  private final PermutationLinear linear;

  PairBlock(Tuples tuples, String name, int channels, int order) {
    this.tuples = tuples;
    this.order = order;
    Graph g = tuples.graph();
    norm = LayerNorm.of(g, name + ".norm", channels);
    int products = order == 3 ? products(channels) : 0;
    var initial = new Initial.Normal(1 / Math.sqrt(channels));
    left = order == 3 ? g.parameter(name + ".left", Space.POINT, initial, channels, products) : g.scalar(0);
    right = order == 3 ? g.parameter(name + ".right", Space.POINT, initial, channels, products) : g.scalar(0);
    linear = new PermutationLinear(tuples, name + ".linear", 2, 2, channels + products, channels);
  }

  /** Channels of the products, which are many more rows than pairs are. */
  private static int products(int channels) {
    return Math.max(1, channels / 4);
  }

  Tensor apply(Tensor x) {
    Tensor h = norm.apply(x).silu();
    return x.plus(linear.apply(order == 3 ? tuples.graph().concat(0, h, products(h)) : h));
  }

  private Tensor products(Tensor h) {
    Graph g = tuples.graph();
    Tensor a = g.contract("k,kn->n", h, left).gather(tuples.map(3, 0, 2));
    Tensor b = g.contract("k,kn->n", h, right).gather(tuples.map(3, 2, 1));
    return tuples.mean(a.times(b), 2);
  }
}
