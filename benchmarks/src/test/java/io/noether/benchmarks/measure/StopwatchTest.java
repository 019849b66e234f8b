package io.noether.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void warmingUpIsNotMeasured() {
    var stopwatch = new Stopwatch(runs::incrementAndGet);
    stopwatch.warmUp(0);
    assertEquals(1, runs.get());
    assertThrows(IllegalStateException.class, stopwatch::median);
    stopwatch.measure(0, 200);
    assertEquals(201, runs.get());
    assertTrue(stopwatch.median() >= 0);
  }

  @Test
  void warmingUpFullyGoesOnWhileCallsGetFaster() {
    var stopwatch = new Stopwatch(() -> sleep(Math.max(20, 80 - 20 * runs.getAndIncrement())));
    stopwatch.warmUpFully(0); // 80, 60, 40, 20 and 20 ms
    assertTrue(runs.get() >= 5, () -> runs + " runs");
    assertThrows(IllegalStateException.class, stopwatch::median);
  }

  /** All sittings count: of 3 and 6 runs, the middle one is among the 6 that take at least 20 ms. */
  @Test
  void theMedianIsOfAllSittings() {
    var stopwatch = new Stopwatch(() -> sleep(runs.getAndIncrement() < 3 ? 0 : 20));
    stopwatch.measure(0, 3);
    assertEquals(3, runs.get());
    stopwatch.measure(0, 6);
    assertTrue(stopwatch.median() >= 15, () -> "median " + stopwatch.median());
  }

  @Test
  void thePeakIsANumberOfWhateverLoopThereIs() {
    var peak = new FmaPeak(2);
    peak.measure(0);
    assertTrue(peak.gflops() > 0 && Double.isFinite(peak.gflops()));
    assertTrue(new PlainFmaLoop().run() > 0);
    assertEquals(0, new VectorFmaLoop().run() % 24, "twelve chains, two operations each");
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
