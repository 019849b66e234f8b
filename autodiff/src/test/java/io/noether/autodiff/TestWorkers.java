package io.noether.autodiff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Workers for tests: threads that take parts as they come, the caller among them. */
final class TestWorkers implements Workers, AutoCloseable {
  private final ExecutorService pool;
  private final int count;

  TestWorkers(int count) {
    this.count = count;
    this.pool = Executors.newFixedThreadPool(Math.max(1, count - 1));
  }

  /** One thread that runs the parts in a random order under random worker numbers: the worst schedule, repeatably. */
  static Workers shuffled(int count, long seed) {
    var random = new Random(seed);
    return new Workers() {
      @Override
      public void run(int parts, Task task) {
        var order = new ArrayList<Integer>();
        for (int part = 0; part < parts; part++) {
          order.add(part);
        }
        Collections.shuffle(order, random);
        order.forEach(part -> task.run(part, random.nextInt(count)));
      }

      @Override
      public int count() {
        return count;
      }
    };
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public void run(int parts, Task task) {
    var next = new AtomicInteger();
    var helpers = new ArrayList<Future<?>>();
    for (int worker = 1; worker < count; worker++) {
      int me = worker;
      helpers.add(pool.submit(() -> work(next, parts, task, me)));
    }
    work(next, parts, task, 0);
    for (Future<?> helper : helpers) {
      try {
        helper.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void work(AtomicInteger next, int parts, Task task, int worker) {
    for (int part = next.getAndIncrement(); part < parts; part = next.getAndIncrement()) {
      task.run(part, worker);
    }
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
