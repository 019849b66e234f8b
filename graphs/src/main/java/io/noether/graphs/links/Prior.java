package io.noether.graphs.links;

import io.noether.autodiff.Function;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.graphs.GaussianPosterior;
import java.util.random.RandomGenerator;

/**
 * The law of the latent vectors before anything is seen. It must not tell nodes apart: relabelling the nodes leaves it
 * as it is, so a graph decoded from it by an equivariant decoder is as likely as every relabelling of it.
 */
public enum Prior {
  /** Every number of every node is standard normal, independently of the others. */
  STANDARD {
    @Override
    Tensor divergence(GaussianPosterior q) {
      return q.divergence().total();
    }
  },

  /**
   * The exchangeable Gaussian. In each channel the covariance over the nodes is aI + b11ᵀ: each node's number is the sum
   * of a part of its own, N(0, a), and of a part that all nodes share, N(0, b). Both a and b are learned; they start at 1
   * and e^-2.
   */
  EXCHANGEABLE {
    @Override
    Tensor divergence(GaussianPosterior q) {
      Graph graph = q.mean().graph();
      int channels = q.channels();
      Tensor n = graph.scalar(1).gather(Index.toPoint(q.mean().space())).total();
      Tensor logA = graph.parameter("prior.logA", Space.POINT, new Initial.Constant(0), channels);
      Tensor logB = graph.parameter("prior.logB", Space.POINT, new Initial.Constant(FIRST_LOG_B), channels);
      Tensor b = logB.exp();
      Tensor largest = logA.exp().plus(b.times(n)); // the eigenvalue of 11ᵀ; the n - 1 others are a
      Tensor variance = q.variance().total();
      Tensor squares = variance.plus(q.mean().square().total());
      Tensor sum = variance.plus(q.mean().total().square()); // E (Σ z)²
      Tensor quadratic = squares.minus(sum.times(b).times(largest.reciprocal())).times(logA.negate().exp());
      Tensor logDeterminant = logA.times(n.plus(-1)).plus(largest.apply(Function.LOG));
      Tensor entropy = q.logDeviation().total().times(2).plus(n.expand("->k", channels));
      return graph.contract("k->", quadratic.plus(logDeterminant).minus(entropy)).times(0.5);
    }
  };

  private static final double FIRST_LOG_B = -2;

  /** The divergence KL(q ‖ this), summed over nodes and channels, as a scalar on the point. */
  abstract Tensor divergence(GaussianPosterior q);

  /**
   * Draws one channel from the exchangeable Gaussian with covariance aI + b11ᵀ.
   *
   * @param a variance of a node's own part, not below 0
   * @param b variance of the part that all nodes share, not below 0
   * @return a number for each node
   */
  public static double[] sample(double a, double b, int nodes, RandomGenerator random) {
    double shared = Math.sqrt(b) * random.nextGaussian();
    double[] z = new double[nodes];
    java.util.Arrays.setAll(z, _ -> shared + Math.sqrt(a) * random.nextGaussian());
    return z;
  }
}
