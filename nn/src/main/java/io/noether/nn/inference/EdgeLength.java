package io.noether.nn.inference;

import io.noether.autodiff.Tensor;
import io.noether.nn.AtomicGraph;

/** A measure of an edge's length that a network may start from: what is a function of it can be tabulated. */
enum EdgeLength {
  /** |r_ij|, Å. */
  DISTANCE,
  /** |r_ij|², Å²: for networks that take no root of it, or one of their own. */
  SQUARED;

  /** The expression that layers use: edges × []. */
  Tensor of(AtomicGraph batch) {
    return switch (this) {
      case DISTANCE -> batch.edgeVectors().norm(0).tensor();
      case SQUARED -> batch.edgeVectors().squaredNorm().tensor();
    };
  }

  /** Its value at a distance. */
  double at(double distance) {
    return this == DISTANCE ? distance : distance * distance;
  }

  /**
   * Its values for some vectors.
   *
   * @param vectors three numbers for each, Å
   * @param from the first to measure
   * @param to where to stop
   * @param into receives them, at their places
   */
  void measure(double[] vectors, int from, int to, double[] into) {
    for (int k = from; k < to; k++) {
      double x = vectors[3 * k];
      double y = vectors[3 * k + 1];
      double z = vectors[3 * k + 2];
      double squared = x * x + y * y + z * z;
      into[k] = this == DISTANCE ? Math.sqrt(squared) : squared;
    }
  }
}
