package io.noether.benchmarks.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;

/**
 * The peak of the processor: how many floating-point operations all threads together do in a second when they do nothing
 * but fused multiply-adds in single precision. It is measured at the same times as what is compared with it, because cores
 * change their frequency with what they and their neighbours execute.
 */
public final class FmaPeak {
  private static final long WINDOW = 20_000_000; // ns
  private static final long HEAD_START = 5_000_000; // ns: all threads are there when the first window opens
  private static final double WARM_UP = 0.3; // s, for the JIT
  private static final int FEWEST = 3; // windows

  private final int threads;
  private final List<Double> rates = new ArrayList<>();
  private boolean warm;

  /** @param threads that work at once */
  public FmaPeak(int threads) {
    this.threads = threads;
  }

  /** Runs FMAs on all threads at once for about {@code seconds}, and somewhat longer the first time. */
  public void measure(double seconds) {
    if (!warm) {
      run((int) (WARM_UP * 1e9 / WINDOW));
      warm = true;
    }
    rates.addAll(run(Math.max(FEWEST, (int) (seconds * 1e9 / WINDOW))));
  }

  /** GFLOP/s: the median of all windows of 20 ms, as times are medians. */
  public double gflops() {
    double[] sorted = rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private List<Double> run(int windows) {
    long start = System.nanoTime() + HEAD_START;
    Callable<double[]> task = () -> run(FmaLoop.fastest(), start, windows);
    double[] together = new double[windows];
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var running = new ArrayList<Future<double[]>>();
      for (int k = 0; k < threads; k++) {
        running.add(pool.submit(task));
      }
      for (Future<double[]> thread : running) {
        double[] own = thread.get();
        Arrays.setAll(together, k -> together[k] + own[k]);
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return DoubleStream.of(together).boxed().toList();
  }

  /** Operations per ns in each window. */
  private static double[] run(FmaLoop loop, long start, int windows) {
    double[] rates = new double[windows];
    while (System.nanoTime() < start) {
      Thread.onSpinWait();
    }
    for (int k = 0; k < windows; k++) {
      long begin = System.nanoTime();
      long end = start + (k + 1) * WINDOW;
      long operations = 0;
      long now;
      do {
        operations += loop.run();
        now = System.nanoTime();
      } while (now < end);
      rates[k] = (double) operations / (now - begin);
    }
    return rates;
  }
}
