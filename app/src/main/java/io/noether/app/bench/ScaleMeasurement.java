package io.noether.app.bench;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import io.noether.nn.NeuralPotential;
import io.noether.nn.Potential;
import io.noether.nn.Prediction;
import io.noether.nn.training.TrainingStep;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Time and memory of one crystal. Memory is what is alive after a call and a full collection: the structure, its neighbours, all
 * that the call keeps for the next one, and its results.
 *
 * @param seconds for each measurement; a single call may take longer
 * @param workers our threads
 */
record ScaleMeasurement(double seconds, Workers workers) {
  /** Measures, or finds that the heap is too small. */
  ScaleResult of(ScaleCase what) {
    try {
      workers.run(workers.count(), (_, _) -> {}); // else they hold on to the last task, and what it worked on
      return switch (what.kind()) {
        case PREDICT -> predict(what);
        case TRAIN -> train(what);
      };
    } catch (OutOfMemoryError _) {
      return new ScaleResult.TooLarge(what, Heap.most());
    }
  }

  private ScaleResult predict(ScaleCase what) {
    long before = Heap.live();
    Structure structure = Silicon.cube(what.cells());
    var model = ForceCall.model(Workload.network(what.features(), what.cutoff()), structure);
    Potential potential = new NeuralPotential(model, model.newParameters(1), Precision.FLOAT32, workers);
    var last = new AtomicReference<Prediction>();
    var stopwatch = new Stopwatch(() -> last.set(potential.predict(structure)));
    long bytes = measure(stopwatch, before);
    var search = new NeighbourSearch();
    var searching = new Stopwatch(() -> search.find(structure, what.cutoff()));
    searching.warmUp(seconds / 2);
    searching.measure(seconds / 2, 1);
    return new ScaleResult.Measured(what, search.count(), stopwatch.median(), bytes,
        OptionalDouble.of(searching.median()));
  }

  private ScaleResult train(ScaleCase what) {
    long before = Heap.live();
    Structure structure = Silicon.labelledCube(what.cells());
    TrainingStep step = Workload.training(what.features(), what.cutoff(), List.of(structure), workers);
    var stopwatch = new Stopwatch(step::run);
    long bytes = measure(stopwatch, before);
    return new ScaleResult.Measured(what, step.edges(), stopwatch.median(), bytes, OptionalDouble.empty());
  }

  /** Returns how many bytes more than before are alive after a call. */
  private long measure(Stopwatch stopwatch, long before) {
    stopwatch.warmUp(seconds); // each case has a program of its own, new to the JIT
    long bytes = Heap.live() - before;
    stopwatch.measure(seconds / 2, 1);
    return bytes;
  }
}
