package io.noether.benchmarks.measure;

import java.util.Arrays;

/** Times one call again and again, in several sittings if need be. All its times count together. */
public final class Stopwatch {
  /** Calls that take more than this share of what they took before have stopped getting faster. */
  private static final double STEADY = 0.95;

  private static final int MOST_SITTINGS = 12;

  private final Runnable call;
  private double[] times = new double[64];
  private int count;

  /** @param call what is timed */
  public Stopwatch(Runnable call) {
    this.call = call;
  }

  /** Runs for about {@code seconds}, once at least, and forgets the times. */
  public void warmUp(double seconds) {
    long end = end(seconds);
    do {
      call.run();
    } while (System.nanoTime() < end);
  }

  /** Runs for a few times {@code seconds}: until that makes calls no faster. Forgets the times. */
  public void warmUpFully(double seconds) {
    double before;
    double now = Double.POSITIVE_INFINITY;
    int sittings = 0;
    do {
      before = now;
      count = 0;
      measure(seconds, 1);
      now = median();
      sittings++;
    } while (now < STEADY * before && sittings < MOST_SITTINGS);
    count = 0;
  }

  /** Runs for about {@code seconds}, {@code fewest} times at least. */
  public void measure(double seconds, int fewest) {
    long end = end(seconds);
    for (int run = 0; run < fewest || System.nanoTime() < end; run++) {
      long before = System.nanoTime();
      call.run();
      add((System.nanoTime() - before) * 1e-6);
    }
  }

  /** Median of all times measured, ms. */
  public double median() {
    if (count == 0) {
      throw new IllegalStateException("nothing has been measured");
    }
    double[] sorted = Arrays.copyOf(times, count);
    Arrays.sort(sorted);
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
  }

  private void add(double time) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
    }
    times[count++] = time;
  }

  private static long end(double seconds) {
    return System.nanoTime() + (long) (seconds * 1e9);
  }
}
