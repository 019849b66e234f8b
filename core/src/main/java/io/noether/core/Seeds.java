package io.noether.core;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers that depend on a seed and on what they are for, and on nothing else. Every purpose has a generator of
 * its own, so drawing more for one does not change another, and nothing has to be remembered to go on after a stop.
 */
public final class Seeds {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY = RandomGeneratorFactory.of("L64X128MixRandom");
  private static final long GOLDEN = 0x9E3779B97F4A7C15L; // spreads neighbouring seeds over all bits

  private Seeds() {}

  /** The generator of a seed alone. */
  public static RandomGenerator generator(long seed) {
    return FACTORY.create(seed);
  }

  /** The generator of a seed and the number of a step, an epoch or a sample. */
  public static RandomGenerator generator(long seed, long number) {
    return FACTORY.create(seed * GOLDEN + number);
  }

  /** The generator of a seed and the name of a purpose. */
  public static RandomGenerator generator(long seed, String purpose) {
    return generator(seed, purpose.hashCode());
  }

  /** A permutation of 0 to n - 1 for a seed and the number of an epoch, all orders equally likely. */
  public static int[] order(int n, long seed, long number) {
    RandomGenerator random = generator(seed, number);
    int[] order = new int[n];
    for (int k = 0; k < n; k++) {
      int j = random.nextInt(k + 1);
      order[k] = order[j];
      order[j] = k;
    }
    return order;
  }
}
