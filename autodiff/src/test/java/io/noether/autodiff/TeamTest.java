package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every part of every task runs once, whoever runs it. */
class TeamTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyPartRunsOnce(int threads) {
    try (var team = new Team(threads)) {
      for (int round = 0; round < 3000; round++) {
        int parts = round % 17;
        var runs = new AtomicIntegerArray(parts);
        team.run(parts, (part, worker) -> {
          assertTrue(worker >= 0 && worker < team.count());
          runs.incrementAndGet(part);
        });
        for (int part = 0; part < parts; part++) {
          assertEquals(1, runs.get(part), "round " + round + ", part " + part);
        }
      }
    }
  }

  /** Two callers at once: one has the team, the other works alone; neither's parts are lost or doubled. */
  @Test
  void callersDoNotMix() throws InterruptedException {
    var wrong = new AtomicReference<>("");
    try (var team = new Team(3)) {
      Thread[] callers = new Thread[3];
      for (int k = 0; k < callers.length; k++) {
        callers[k] = Thread.ofPlatform().start(() -> {
          for (int round = 0; round < 2000; round++) {
            var sum = new AtomicInteger();
            team.run(7, (part, _) -> sum.addAndGet(1 << part));
            if (sum.get() != 127) {
              wrong.set("parts " + Integer.toBinaryString(sum.get()));
            }
          }
        });
      }
      for (Thread caller : callers) {
        caller.join();
      }
    }
    assertEquals("", wrong.get());
  }

  @Test
  void whatAPartThrowsReachesTheCallerAndTheTeamGoesOn() {
    try (var team = new Team(2)) {
      var thrown = new IllegalStateException("part 3");
      assertSame(thrown, assertThrows(IllegalStateException.class, () -> team.run(8, (part, _) -> {
        if (part == 3) {
          throw thrown;
        }
      })));
      var runs = new AtomicInteger();
      team.run(5, (_, _) -> runs.incrementAndGet());
      assertEquals(5, runs.get());
    }
  }

  @Test
  void helpersThatParkedComeBack() throws InterruptedException {
    try (var team = new Team(2)) {
      var workers = new AtomicIntegerArray(2);
      for (int round = 0; round < 200 && workers.get(1) == 0; round++) {
        Thread.sleep(5); // long enough to park
        team.run(64, (_, worker) -> {
          workers.incrementAndGet(worker);
          for (int k = 0; k < 20_000; k++) {
            Thread.onSpinWait();
          }
        });
      }
      assertTrue(workers.get(1) > 0, "the helper never helped");
    }
  }

  @Test
  void noTeamOfNobody() {
    assertThrows(IllegalArgumentException.class, () -> new Team(0));
  }
}
