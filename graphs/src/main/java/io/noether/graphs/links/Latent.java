package io.noether.graphs.links;

import io.noether.autodiff.Tensor;

/**
 * The posterior: an independent Gaussian for each node and channel.
 *
 * @param mean μ over nodes, rows [channels]
 * @param logDeviation ln σ, the same
 */
record Latent(Tensor mean, Tensor logDeviation) {
  int channels() {
    return mean.shape().dim(0);
  }

  Tensor variance() {
    return logDeviation.times(2).exp();
  }

  /** z = μ + σ·noise. */
  Tensor sample(Tensor noise) {
    return mean.plus(logDeviation.exp().times(noise));
  }
}
