package io.noether.benchmarks.scale;

import io.noether.autodiff.Workers;
import io.noether.benchmarks.measure.Heap;
import io.noether.benchmarks.measure.Stopwatch;
import io.noether.benchmarks.workloads.Silicon;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import java.util.OptionalDouble;

/**
 * Time and memory of crystals that one network computes: a new one for each would have code that the JVM has to compile
 * first. Memory is what is alive after a call and a full collection: the network, the structure, its neighbours, all that
 * the call keeps for the next one, and its results. A network's memory never shrinks, so crystals must grow.
 */
final class ScaleMeasurement {
  /** Large enough for all threads, and small enough to be run often while the JVM compiles. */
  private static final int WARM_UP_CELLS = 5;

  private final double cutoff;
  private final double seconds;
  private final Workers workers;
  private final long before;
  private final ScaleSubject subject;

  /**
   * Makes the network and has it compiled.
   *
   * @param first the smallest crystal, and what is done with it
   * @param seconds for each measurement; a single call may take longer
   * @param workers our threads
   */
  ScaleMeasurement(ScaleCase first, double seconds, Workers workers) {
    cutoff = first.cutoff();
    this.seconds = seconds;
    this.workers = workers;
    workers.run(workers.count(), (_, _) -> {}); // else they hold on to the last task, and what it worked on
    before = Heap.live();
    subject = ScaleSubject.of(first.kind(), first.network().of(first.features(), cutoff), workers);
    int cells = Math.min(WARM_UP_CELLS, first.cells());
    new Stopwatch(subject.on(Silicon.labelledCube(cells))).warmUpFully(seconds);
  }

  /** Whether its network is the one for a case of the same kind and features. */
  boolean serves(ScaleCase what) {
    return what.cutoff() == cutoff;
  }

  /** Measures. */
  ScaleResult of(ScaleCase what) {
    Structure crystal = Silicon.labelledCube(what.cells());
    var stopwatch = new Stopwatch(subject.on(crystal));
    stopwatch.warmUpFully(seconds); // a larger crystal may be computed by other code, as with tables
    workers.run(workers.count(), (_, _) -> {});
    long bytes = Math.max(0, Heap.live() - before); // what else is in the JVM may have shrunk by more
    stopwatch.measure(seconds / 2, 3);
    var search = new NeighbourSearch();
    var searching = new Stopwatch(() -> search.find(crystal, cutoff));
    searching.warmUp(seconds / 2);
    searching.measure(seconds / 2, 1);
    return new ScaleResult.Measured(what, search.count(), stopwatch.median(), bytes,
        OptionalDouble.of(searching.median()));
  }
}
