package io.noether.graphs.links;

import java.util.random.RandomGenerator;

/** A random order of pairs of nodes, each packed into a number. */
final class PairOrder {
  private PairOrder() {}

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
