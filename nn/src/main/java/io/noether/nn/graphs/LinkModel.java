package io.noether.nn.graphs;

import io.noether.autodiff.Tensor;

/** An encoder and a decoder of one graph. Neither knows how nodes are numbered. */
interface LinkModel {
  /** The posterior of every node, from the words and the links that may be seen. */
  Latent encode(GraphFields fields);

  /** For every candidate pair the log odds of a link, from the latent vectors of all nodes. */
  Tensor logits(GraphFields fields, Tensor latent);
}
