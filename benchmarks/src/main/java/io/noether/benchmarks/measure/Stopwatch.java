package io.noether.benchmarks.measure;

import java.util.Arrays;
import java.util.function.LongSupplier;

/** Times one call again and again, in several sittings if need be. All its times count together. */
public final class Stopwatch {
  /** Calls that take more than this share of what they took before have stopped getting faster. */
  private static final double STEADY = 0.95;

  private static final int MOST_SITTINGS = 12;

  private final Runnable call;
  private final LongSupplier clock;
  private double[] times = new double[64];
  private int count;

  /** @param call what is timed */
  public Stopwatch(Runnable call) {
    this(call, System::nanoTime);
  }

  /**
   * A stopwatch with a clock of its own.
   *
   * @param clock gives the time in ns
   */
  Stopwatch(Runnable call, LongSupplier clock) {
    this.call = call;
    this.clock = clock;
  }

  /** Runs for about {@code seconds}, once at least, and forgets the times. */
  public void warmUp(double seconds) {
    long end = end(seconds);
    do {
      call.run();
    } while (clock.getAsLong() < end);
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
    for (int run = 0; run < fewest || clock.getAsLong() < end; run++) {
      long before = clock.getAsLong();
      call.run();
      add((clock.getAsLong() - before) * 1e-6);
    }
  }

  /** Mean of all times measured, ms: for calls that are not all alike. */
  public double mean() {
    if (count == 0) {
      throw new IllegalStateException("nothing has been measured");
    }
    return Arrays.stream(times, 0, count).average().orElseThrow();
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

  private long end(double seconds) {
    return clock.getAsLong() + (long) (seconds * 1e9);
  }
}
