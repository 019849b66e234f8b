package io.noether.nn.graphs;

import io.noether.autodiff.Function;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;

/**
 * The variational graph autoencoder of Kipf and Welling (arXiv 1611.07308): with Â = D^-1/2 (A + I) D^-1/2,
 *
 * <pre>H = relu(Â X W0)   mean = Â H W1   ln σ = Â H W2   p(link i, j) = sigmoid(z_i · z_j)</pre>
 */
record Vgae(int hidden, int latent) implements LinkModel {
  @Override
  public Latent encode(GraphFields fields) {
    Tensor table = fields.graph.parameter("vgae.words", fields.words, glorot(fields.wordCount, hidden), hidden);
    Tensor first = fields.convolve(fields.bagOfWords(table));
    Tensor h = fields.convolve(first.times(first.apply(Function.STEP)));
    return new Latent(mix("mean", h, fields), mix("deviation", h, fields));
  }

  private Tensor mix(String name, Tensor h, GraphFields fields) {
    Tensor weight = fields.graph.parameter("vgae." + name, Space.POINT, glorot(hidden, latent), hidden, latent);
    return fields.graph.contract("k,kn->n", h, weight);
  }

  private static Initial glorot(int in, int out) {
    return new Initial.Uniform(Math.sqrt(6.0 / (in + out)));
  }

  @Override
  public Tensor logits(GraphFields fields, Tensor latent) {
    return fields.graph.contract("k,k->", latent.gather(fields.first), latent.gather(fields.second));
  }
}
