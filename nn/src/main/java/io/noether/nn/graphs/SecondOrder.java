package io.noether.nn.graphs;

import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.nn.permutation.PermutationLinear;

/**
 * A second-order autoencoder: encoder layers on pairs of nodes, and a decoder that is a layer 2 → 2 on the outer product
 * of the latent vectors (Thiede, Hy and Kondor, arXiv 2004.03990).
 *
 * <p>Each node starts as the sum of its words' vectors, scaled to one length for all (as in Ahn and Kim, arXiv
 * 2108.08046, whose normalised encoder this is without the pairs). From there neighbourhood sums lead to the mean, and
 * layers 1 → 2, 2 → 2, 2 → 1 on the related pairs add what pairs know and give the deviation.
 *
 * @param hidden channels over pairs
 * @param latent channels of z
 * @param steps number of neighbourhood sums
 */
record SecondOrder(int hidden, int latent, int steps) implements LinkModel {
  /** Length of a node's vector at the start; longer ones would make logits that noise cannot blur. */
  private static final double LENGTH = 1.8;
  /** Added to squared lengths: a node without words starts at zero. */
  private static final double EPSILON = 1e-6;
  /** How much of its start a node keeps in every neighbourhood sum. */
  private static final double KEPT = 0.1;

  @Override
  public Latent encode(GraphFields fields) {
    Tensor direction = unit(fields.wordSums("sn2.words", latent));
    Tensor pairs = layer(fields, "sn2.up", 1, 2, latent, hidden, direction.times(Math.sqrt(latent))).silu();
    pairs = layer(fields, "sn2.pairs", 2, 2, hidden, hidden, pairs).silu();
    Tensor nodes = layer(fields, "sn2.down", 2, 1, hidden, 2 * latent, pairs);
    Tensor gain = fields.graph().parameter("sn2.gain", Space.POINT, new Initial.Constant(0), latent);
    Tensor mean = propagate(fields, direction.times(LENGTH)).plus(nodes.slice(0, 0, latent).times(gain));
    return new Latent(mean, nodes.slice(0, latent, latent));
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

  private static Tensor layer(GraphFields fields, String name, int from, int to, int in, int out, Tensor x) {
    return new PermutationLinear(fields.tuples(), name, from, to, in, out).apply(x);
  }
}
