package io.noether.testkit;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How hard laws are tried, by two system properties that a nightly build sets: {@code noether.laws.samples}, the number
 * of structures of each kind, and {@code noether.laws.seeds}, the number of random models. Without them it is as usual.
 */
public final class Effort {
  private Effort() {}

  /** As many structures of a kind as the property {@code noether.laws.samples} says, never fewer than usual. */
  public static int samples(int usual) {
    return Math.max(usual, Integer.getInteger("noether.laws.samples", 0));
  }

  /** The usual seeds of random models, and 1, 2, 3, ... up to the property {@code noether.laws.seeds}. */
  public static LongStream seeds(long... usual) {
    return LongStream.concat(Arrays.stream(usual), LongStream.rangeClosed(1, Long.getLong("noether.laws.seeds", 0)))
        .distinct();
  }
}
