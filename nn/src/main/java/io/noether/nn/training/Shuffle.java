package io.noether.nn.training;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random orders that depend on a seed and a number alone, so that nothing has to be remembered to go on after a stop.
 */
public final class Shuffle {
  private static final String ALGORITHM = "L64X128MixRandom";
  private static final long GOLDEN = 0x9E3779B97F4A7C15L; // spreads neighbouring numbers over all bits

  private Shuffle() {}

  /** A permutation of 0..n-1 (Fisher and Yates). */
  public static int[] order(int n, long seed, long number) {
    RandomGenerator random = RandomGeneratorFactory.of(ALGORITHM).create(seed * GOLDEN + number);
    int[] order = new int[n];
    for (int k = 0; k < n; k++) {
      int j = random.nextInt(k + 1);
      order[k] = order[j];
      order[j] = k;
    }
    return order;
  }
}
