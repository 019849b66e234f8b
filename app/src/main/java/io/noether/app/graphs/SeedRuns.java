package io.noether.app.graphs;

import io.noether.graphs.links.LinkPrediction;
import io.noether.graphs.links.LinkResult;
import io.noether.graphs.links.LinkRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Runs of several seeds, a thread for each as far as there are threads: the networks are small, so this keeps cores
 * busier than dividing each step would.
 */
final class SeedRuns {
  private final LinkPrediction prediction;
  private final int threads;
  private final Set<LinkRun> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopRequested;

  SeedRuns(LinkPrediction prediction, int threads) {
    this.prediction = prediction;
    this.threads = threads;
  }

  /** Asks all seeds to end after their current step, and no other to begin. Any thread may ask. */
  void requestStop() {
    stopRequested = true;
    running.forEach(LinkRun::requestStop);
  }

  /**
   * Runs all seeds whose results are not kept already.
   *
   * @param kept gets every result as soon as it is there
   * @param each hears every result, in the order of the seeds
   * @return the results of all seeds that were not stopped, in order
   */
  List<LinkResult> of(LongStream seeds, SeedResults kept, Consumer<LinkResult> each) {
    var pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("noether-seed-", 1).factory());
    try {
      var futures =
          seeds.mapToObj(seed -> CompletableFuture.supplyAsync(() -> result(seed, kept), pool)).toList();
      var results = new ArrayList<LinkResult>();
      for (var future : futures) {
        future.join().ifPresent(result -> {
          each.accept(result);
          results.add(result);
        });
      }
      return results;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (CancellationException e) {
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Optional<LinkResult> result(long seed, SeedResults kept) {
    var known = kept.of(seed);
    if (known.isPresent() || stopRequested) {
      return known;
    }
    var run = prediction.newRun(seed);
    running.add(run);
    if (stopRequested) { // between the question above and now
      run.requestStop();
    }
    var result = run.run();
    running.remove(run);
    result.ifPresent(kept::add);
    return result;
  }
}
