package io.noether.graphs.links;

import io.noether.autodiff.Tensor;
import io.noether.graphs.GaussianPosterior;

/**
 * The variational graph autoencoder of Kipf and Welling (arXiv 1611.07308): with Â = D^-1/2 (A + I) D^-1/2,
 *
 * <pre>H = Â relu(Â X W0)   mean = H W1   ln σ = H W2   p(link i, j) = sigmoid(z_i · z_j)</pre>
 *
 * @param hidden channels of H
 * @param latent channels of z
 */
record Vgae(int hidden, int latent) implements LinkModel {
  @Override
  public GaussianPosterior encode(GraphFields fields) {
    Tensor first = GraphFields.relu(fields.convolve(fields.wordSums("vgae.words", hidden)));
    Tensor h = fields.convolve(first);
    return new GaussianPosterior(fields.linearWithoutBias("vgae.mean", h, latent),
        fields.linearWithoutBias("vgae.deviation", h, latent));
  }

  @Override
  public Tensor logits(GraphFields fields, Tensor z) {
    return fields.graph().contract("k,k->", z.gather(fields.first()), z.gather(fields.second()));
  }
}
