package io.noether.nn.graphs;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Independent random numbers for each purpose of a run, so that more of one does not change another. */
final class Seeds {
  private Seeds() {}

  /** A generator that depends on the seed and on what it is for. */
  static RandomGenerator generator(long seed, String purpose) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 0x9E3779B97F4A7C15L + purpose.hashCode());
  }

  /** Puts numbers in a random order, all orders equally likely. */
  static void shuffle(long[] values, RandomGenerator random) {
    for (int k = values.length - 1; k > 0; k--) {
      int other = random.nextInt(k + 1);
      long value = values[k];
      values[k] = values[other];
      values[other] = value;
    }
  }
}
