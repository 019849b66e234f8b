package io.noether.graphs;

import io.noether.autodiff.Tensor;

/**
 * The posterior of a variational autoencoder (Kingma and Welling, "Auto-encoding variational Bayes", arXiv 1312.6114): an
 * independent Gaussian for each node and channel.
 *
 * @param mean μ over nodes, rows [channels]
 * @param logDeviation ln σ over nodes, rows [channels]
 */
public record GaussianPosterior(Tensor mean, Tensor logDeviation) {
  /** Number of channels. */
  public int channels() {
    return mean.shape().dim(0);
  }

  /** σ² over nodes, rows [channels]. */
  public Tensor variance() {
    return logVariance().exp();
  }

  /** ln σ² over nodes, rows [channels]. */
  public Tensor logVariance() {
    return logDeviation.times(2);
  }

  /**
   * z = μ + σ·noise, over nodes, rows [channels].
   *
   * @param noise standard normal numbers over nodes, rows [channels]
   */
  public Tensor sample(Tensor noise) {
    return mean.plus(logDeviation.exp().times(noise));
  }

  /** ½ Σ (μ² + σ² - ln σ² - 1) over channels: the KL divergence from N(0, 1), in nats. A number for each node. */
  public Tensor divergence() {
    Tensor twice = mean.square().plus(variance()).minus(logVariance()).plus(-1);
    return mean.graph().contract("k->", twice).times(0.5);
  }
}
