package io.noether.app.graphs;

import io.noether.graphs.links.LinkPrediction;
import io.noether.graphs.links.LinkResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Runs of several seeds, a thread for each as far as there are threads: the networks are small, so this keeps cores
 * busier than dividing each step would.
 */
record SeedRuns(LinkPrediction prediction, int threads) {
  /**
   * Runs all.
   *
   * @param each hears every result, in the order of the seeds
   */
  List<LinkResult> of(LongStream seeds, Consumer<LinkResult> each) {
    var pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("noether-seed-", 1).factory());
    try {
      var futures = seeds.mapToObj(seed -> CompletableFuture.supplyAsync(() -> prediction.run(seed), pool)).toList();
      var results = new ArrayList<LinkResult>();
      for (var future : futures) {
        LinkResult result = future.join();
        each.accept(result);
        results.add(result);
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
}
