package io.noether.autodiff.plan.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Runs vector code on zeros while the program runs scalar code, until the JVM has compiled it and it is the faster one.
 * From then on the program runs it.
 */
final class WarmUp {
  private static final int CALLS_AT_ONCE = 64;
  private static final int SAMPLES = 9;
  private static final long LONGEST_TURN = 20_000_000; // ns
  private static final long LONGEST = 120_000_000_000L; // ns; then what is not compiled stays scalar

  private final List<TrialRun> open;
  private long left = LONGEST;

  WarmUp(List<TrialRun> trials) {
    open = new ArrayList<>(trials);
  }

  /**
   * Tries out what is not compiled yet, in turn.
   *
   * @param wanted whether to go on; asked between turns
   * @return whether there is nothing more to do
   */
  boolean run(BooleanSupplier wanted) {
    while (!open.isEmpty() && left > 0 && wanted.getAsBoolean()) {
      long start = System.nanoTime();
      open.removeIf(WarmUp::isFast);
      left -= System.nanoTime() - start;
    }
    return open.isEmpty() || left <= 0;
  }

  private static boolean isFast(TrialRun trial) {
    long start = System.nanoTime();
    for (int k = 0; k < CALLS_AT_ONCE && System.nanoTime() - start < LONGEST_TURN; k++) {
      trial.vector();
    }
    long[] vector = new long[SAMPLES];
    long[] scalar = new long[SAMPLES];
    for (int k = 0; k < SAMPLES; k++) {
      vector[k] = trial.vector();
      scalar[k] = trial.scalar();
    }
    Arrays.sort(vector);
    Arrays.sort(scalar);
    boolean fast = vector[SAMPLES / 2] <= scalar[SAMPLES / 2];
    if (fast) {
      trial.finish();
    }
    return fast;
  }
}
