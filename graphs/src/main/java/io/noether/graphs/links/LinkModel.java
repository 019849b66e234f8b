package io.noether.graphs.links;

import io.noether.autodiff.Tensor;
import io.noether.graphs.GaussianPosterior;

/** An encoder and a decoder of one graph. Both commute with every relabelling of its nodes. */
sealed interface LinkModel permits Vgae, SecondOrder {
  /** The posterior of every node, from its words and the links that may be seen. */
  GaussianPosterior encode(GraphFields fields);

  /** For every candidate pair the log odds of a link, from the latent vectors z of all nodes, rows [channels]. */
  Tensor logits(GraphFields fields, Tensor z);
}
