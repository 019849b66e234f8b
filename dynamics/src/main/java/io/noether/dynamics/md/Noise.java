package io.noether.dynamics.md;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers that depend on a seed and the number of a step alone, so that nothing has to be remembered to go on
 * after a stop.
 */
final class Noise {
  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final long GOLDEN = 0x9E3779B97F4A7C15L; // spreads neighbouring numbers over all bits

  private Noise() {}

  /** @param step 0 for initial velocities */
  static RandomGenerator at(long seed, long step) {
    return FACTORY.create(seed * GOLDEN + step);
  }
}
