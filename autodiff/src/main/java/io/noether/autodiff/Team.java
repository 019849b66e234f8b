package io.noether.autodiff;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that help the caller. Parts are handed out in order; whoever is free takes the next. If the team is
 * busy with another caller's task, the caller does all parts itself: same bits, no waiting.
 */
public final class Team implements Workers, AutoCloseable {
  /** Turns of waiting before a helper parks; long enough to span the gap between two passes. */
  private static final int SPINS = 20_000;

  private static final Task NOTHING = (_, _) -> {};

  private final Thread[] helpers;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger round = new AtomicInteger();
  private final AtomicInteger leaving = new AtomicInteger();
  private final AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
  private final AtomicInteger occupied = new AtomicInteger();
  private volatile Task task = NOTHING;
  private volatile int parts;
  private volatile boolean closed;

  /** @param threads how many threads work on a task, the caller included; at least 1 */
  public Team(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("a team needs at least one thread, not " + threads);
    }
    helpers = new Thread[threads - 1];
    for (int k = 0; k < helpers.length; k++) {
      int worker = k + 1;
      helpers[k] = Thread.ofPlatform().daemon().name("noether-worker-" + worker).unstarted(() -> help(worker));
    }
    for (Thread helper : helpers) {
      helper.start();
    }
  }

  @Override
  public int count() {
    return helpers.length + 1;
  }

  @Override
  public void run(int count, Task given) {
    if (count <= 1 || helpers.length == 0 || !occupied.compareAndSet(0, 1)) {
      CALLER.run(count, given);
      return;
    }
    try {
      task = given;
      parts = count;
      leaving.set(0);
      next.set(0);
      round.incrementAndGet(); // publishes the task
      for (Thread helper : helpers) {
        LockSupport.unpark(helper);
      }
      work(0);
      for (int spins = 0; leaving.get() < helpers.length; spins++) { // no helper may still look at this task
        relax(spins);
      }
      Optional<Throwable> thrown = failure.getAndSet(Optional.empty());
      if (thrown.isPresent()) {
        rethrow(thrown.get());
      }
    } finally {
      occupied.set(0);
    }
  }

  private void work(int worker) {
    int count = parts;
    Task current = task;
    for (int part = next.getAndIncrement(); part < count; part = next.getAndIncrement()) {
      try {
        current.run(part, worker);
      } catch (RuntimeException | Error e) {
        failure.set(Optional.of(e));
      }
    }
  }

  private void help(int worker) {
    int seen = 0;
    for (int idle = 0; !closed;) {
      int now = round.get();
      if (now != seen) {
        seen = now;
        work(worker);
        leaving.incrementAndGet();
        idle = 0;
      } else if (idle++ < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
      }
    }
  }

  private static void rethrow(Throwable thrown) {
    switch (thrown) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(thrown);
    }
  }

  private static void relax(int spins) {
    if (spins < SPINS) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  /** Ends the helpers. */
  @Override
  public void close() {
    closed = true;
    for (Thread helper : helpers) {
      LockSupport.unpark(helper);
    }
  }
}
