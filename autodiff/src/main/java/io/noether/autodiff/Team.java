package io.noether.autodiff;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A few threads that help the caller. Parts are handed out in order; whoever is free takes the next. If the team is busy
 * with another caller's task, the caller does all parts itself: same bits, no waiting.
 *
 * <p>A part is claimed by advancing one number that holds the task's round and its next part, so a helper that wakes up
 * late can never take a part of a task that is over, and the caller waits only for parts that somebody has claimed, not
 * for helpers that the machine has no core for.
 */
public final class Team implements Workers, AutoCloseable {
  /** Turns of waiting before a helper parks; long enough to span the gap between two passes. */
  private static final int SPINS = 20_000;

  private static final int ROUND = 32;
  private static final long NO_PART = Integer.MAX_VALUE;
  private static final Task NOTHING = (_, _) -> {};

  private final Thread[] helpers;
  private final AtomicLong claims = new AtomicLong();
  private final AtomicInteger finished = new AtomicInteger();
  private final AtomicInteger parked = new AtomicInteger();
  private final AtomicInteger occupied = new AtomicInteger();
  private final AtomicReference<Optional<Throwable>> failure = new AtomicReference<>(Optional.empty());
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
      long round = (claims.get() >>> ROUND) + 1;
      claims.set(round << ROUND | NO_PART); // from here on no claim of the last task can be advanced
      task = given;
      parts = count;
      finished.set(0);
      claims.set((round + 1) << ROUND); // the next round, part 0: this publishes the task
      if (parked.get() > 0) {
        for (Thread helper : helpers) {
          LockSupport.unpark(helper);
        }
      }
      work(0);
      for (int spins = 0; finished.get() < count; spins++) {
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

  /** Claims and runs parts until none is left. */
  private void work(int worker) {
    while (true) {
      long claim = claims.get();
      Task current = task; // read after the claim: if it is a later task's, that claim cannot be advanced any more
      int part = (int) claim;
      if (part >= parts) {
        return;
      }
      if (claims.compareAndSet(claim, claim + 1)) {
        try {
          current.run(part, worker);
        } catch (RuntimeException | Error e) {
          failure.set(Optional.of(e));
        } finally {
          finished.incrementAndGet();
        }
      }
    }
  }

  private void help(int worker) {
    long seen = 0;
    int idle = 0;
    while (!closed) {
      long round = claims.get() >>> ROUND;
      if (round != seen) {
        seen = round;
        idle = 0;
        work(worker);
      } else if (idle++ < SPINS) {
        Thread.onSpinWait();
      } else {
        parked.incrementAndGet();
        if (claims.get() >>> ROUND == seen && !closed) { // else a task came between looking and saying so
          LockSupport.park(this);
        }
        parked.decrementAndGet();
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
