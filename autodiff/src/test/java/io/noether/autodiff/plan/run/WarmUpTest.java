package io.noether.autodiff.plan.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Vector code is compiled beside a program only while somebody runs the program. */
class WarmUpTest {
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger finished = new AtomicInteger();

  @Test
  void nothingRunsForAProgramThatIsNotInUse() {
    assertFalse(new WarmUp(List.of(rehearsal(true))).run(() -> false));
    assertEquals(0, calls.get());
  }

  @Test
  void whatIsFasterIsTakenOverOnceAndThenItIsDone() {
    var warmUp = new WarmUp(List.of(rehearsal(true)));
    assertTrue(warmUp.run(() -> true));
    assertEquals(1, finished.get());
    int before = calls.get();
    assertTrue(warmUp.run(() -> true));
    assertEquals(before, calls.get());
  }

  @Test
  void itGoesOnWhereItStopped() {
    var warmUp = new WarmUp(List.of(rehearsal(true), rehearsal(false)));
    var turns = new AtomicInteger();
    assertFalse(warmUp.run(() -> turns.incrementAndGet() <= 2));
    assertEquals(1, finished.get());
    assertFalse(warmUp.run(() -> turns.incrementAndGet() <= 5));
    assertEquals(1, finished.get(), "what is finished is not rehearsed again");
  }

  private TrialRun rehearsal(boolean vectorIsFaster) {
    Runnable slow = () -> {
      long end = System.nanoTime() + 200_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      calls.incrementAndGet();
    };
    return vectorIsFaster ? new TrialRun(slow, calls::incrementAndGet, finished::incrementAndGet)
        : new TrialRun(calls::incrementAndGet, slow, finished::incrementAndGet);
  }
}
