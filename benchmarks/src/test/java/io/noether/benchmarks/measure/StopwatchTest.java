package io.noether.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private final AtomicInteger runs = new AtomicInteger();
  private long now; // ns

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
    var stopwatch = new Stopwatch(() -> takes(Math.max(20, 80 - 20 * runs.getAndIncrement())), () -> now);
    stopwatch.warmUpFully(0);
    assertEquals(5, runs.get(), "80, 60, 40, 20 and 20 ms");
    assertThrows(IllegalStateException.class, stopwatch::median);
  }

  /** All sittings count: three runs of no time and six of 20 ms. */
  @Test
  void theMedianIsOfAllSittings() {
    var stopwatch = new Stopwatch(() -> takes(runs.getAndIncrement() < 3 ? 0 : 20), () -> now);
    stopwatch.measure(0, 3);
    assertEquals(3, runs.get());
    stopwatch.measure(0, 6);
    assertEquals(20, stopwatch.median());
    assertEquals(120.0 / 9, stopwatch.mean(), 1e-12);
  }

  @Test
  void aSittingIsAsLongAsItIsAskedToBe() {
    var stopwatch = new Stopwatch(() -> {
      runs.incrementAndGet();
      takes(10);
    }, () -> now);
    stopwatch.measure(0.095, 1);
    assertEquals(10, runs.get(), "the tenth call is begun in time");
  }

  @Test
  void thePeakIsANumberOfWhateverLoopThereIs() {
    var peak = new FmaPeak(2);
    peak.measure(0);
    assertTrue(peak.gflops() > 0 && Double.isFinite(peak.gflops()));
    assertTrue(new PlainFmaLoop().run() > 0);
    assertEquals(0, new VectorFmaLoop().run() % 24, "twelve chains, two operations each");
  }

  /** Time passes for the stopwatch only. */
  private void takes(long milliseconds) {
    now += 1_000_000 * milliseconds;
  }
}
