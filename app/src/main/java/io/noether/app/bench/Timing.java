package io.noether.app.bench;

import java.util.Arrays;

/** The median of repeated calls. */
final class Timing {
  private static final int MOST_CALLS = 100_000;
  private static final int FEWEST_CALLS = 5;

  private Timing() {}

  /** Runs for about {@code seconds}, a third of it to warm up, and returns the median of the rest in ms. */
  static double median(Runnable call, double seconds) {
    long start = System.nanoTime();
    long warm = start + (long) (seconds / 3 * 1e9);
    long end = start + (long) (seconds * 1e9);
    while (System.nanoTime() < warm) {
      call.run();
    }
    double[] times = new double[MOST_CALLS];
    int n = 0;
    while (n < FEWEST_CALLS || (n < MOST_CALLS && System.nanoTime() < end)) {
      long before = System.nanoTime();
      call.run();
      times[n++] = (System.nanoTime() - before) * 1e-6;
    }
    Arrays.sort(times, 0, n);
    return times[n / 2];
  }
}
