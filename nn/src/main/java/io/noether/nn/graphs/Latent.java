package io.noether.nn.graphs;

import io.noether.autodiff.Tensor;

/**
 * A Gaussian for each node and channel.
 *
 * @param mean fields over nodes, [channels]
 * @param logDeviation logarithm of the standard deviation, the same
 */
record Latent(Tensor mean, Tensor logDeviation) {
  int channels() {
    return mean.shape().dim(0);
  }

  /** mean + deviation · noise. */
  Tensor sample(Tensor noise) {
    return mean.plus(logDeviation.exp().times(noise));
  }

  /** KL(q ‖ N(0, I)) = ½ Σ (σ² + μ² - 1 - 2 ln σ), summed over nodes and channels. */
  Tensor divergence() {
    Tensor variance = logDeviation.times(2).exp();
    Tensor sum = variance.plus(mean.square()).minus(logDeviation.times(2)).plus(-1);
    return mean.graph().contract("k->", sum).total().times(0.5);
  }
}
