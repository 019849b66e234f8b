package io.noether.autodiff;

import java.util.random.RandomGenerator;

/** How a parameter's values start. */
public sealed interface Initial {
  /** Every entry the same. */
  record Constant(double value) implements Initial {}

  /** Independent and uniform in [-limit, limit]. */
  record Uniform(double limit) implements Initial {}

  /** Independent and normal with mean 0. */
  record Normal(double deviation) implements Initial {}

  /** One number drawn. */
  default double draw(RandomGenerator random) {
    return switch (this) {
      case Constant c -> c.value;
      case Uniform u -> u.limit * (2 * random.nextDouble() - 1);
      case Normal n -> n.deviation * random.nextGaussian();
    };
  }
}
