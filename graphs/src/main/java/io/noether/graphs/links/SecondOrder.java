package io.noether.graphs.links;

import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.graphs.GaussianPosterior;
import io.noether.nn.permutation.PermutationLinear;

/**
 * A second-order autoencoder: encoder layers on pairs of nodes, and a decoder that is a layer 2 → 2 on the outer product
 * of the latent vectors (Thiede, Hy and Kondor, arXiv 2004.03990).
 *
 * <p>The mean starts from the sum of a node's words' vectors, scaled to one length for all nodes, and goes through
 * neighbourhood sums (the normalised encoder of Ahn and Kim, arXiv 2108.08046). Layers 1 → 2, 2 → 2 and 2 → 1 on the
 * related pairs, with words' vectors of their own, add to it and give the deviation. Pairs are the graph's edges and
 * diagonal, so their activations are sparse.
 *
 * @param hidden channels over pairs
 * @param latent channels of z
 * @param steps number of neighbourhood sums
 */
record SecondOrder(int hidden, int latent, int steps) implements LinkModel {
  /** Length of a node's vector at the start: short enough for noise to blur. */
  private static final double LENGTH = 1.8;
  /** Added to squared lengths: a node without words starts at zero. */
  private static final double EPSILON = 1e-6;
  /** How much of its start a node keeps in every neighbourhood sum. */
  private static final double KEPT = 0.1;
  /** Deviations start near 1. */
  private static final double DEVIATION_GAIN = 0.1;

  @Override
  public GaussianPosterior encode(GraphFields fields) {
    Tensor start = unit(fields.wordSums("sn2.words", latent)).times(LENGTH);
    Tensor pairs = layer(fields, "up", 1, 2, hidden, fields.wordSums("sn2.pairWords", hidden)).silu();
    pairs = layer(fields, "pairs", 2, 2, hidden, pairs).silu();
    Tensor nodes = layer(fields, "down", 2, 1, 2 * latent, pairs);
    Tensor added = nodes.slice(0, 0, latent).times(gain(fields, "meanGain", 0));
    Tensor deviation = nodes.slice(0, latent, latent).times(gain(fields, "deviationGain", DEVIATION_GAIN));
    return new GaussianPosterior(propagate(fields, start).plus(added), deviation);
  }

  @Override
  public Tensor logits(GraphFields fields, Tensor z) {
    return new OuterProduct(fields, "sn2.decoder").apply(z);
  }

  private Tensor propagate(GraphFields fields, Tensor start) {
    Tensor x = start;
    for (int step = 0; step < steps; step++) {
      x = fields.convolve(x).times(1 - KEPT).plus(start.times(KEPT));
    }
    return x;
  }

  private static Tensor unit(Tensor x) {
    Tensor square = x.graph().contract("k,k->", x, x);
    return x.times(square.plus(EPSILON).sqrt().reciprocal());
  }

  private Tensor layer(GraphFields fields, String name, int from, int to, int out, Tensor x) {
    return new PermutationLinear(fields.tuples(), "sn2." + name, from, to, hidden, out).apply(x);
  }

  private Tensor gain(GraphFields fields, String name, double initial) {
    return fields.graph().parameter("sn2." + name, Space.POINT, new Initial.Constant(initial), latent);
  }
}
