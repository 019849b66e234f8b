package io.noether.nn.inference;

import io.noether.autodiff.Workers;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import io.noether.nn.EnergyModel;
import io.noether.nn.batches.Batch;
import java.util.Optional;
import java.util.OptionalInt;

/** The memory for a structure that is computed on its own, in regions if need be. */
final class LargeRun {
  private final double cutoff;
  private final long mostBytes;
  private final Batch batch;
  private final Workers workers;
  private final Optional<Regions> regions;
  private final NeighbourSearch search = new NeighbourSearch();

  /**
   * Memory without contents.
   *
   * @param mostBytes from which on it is computed in regions
   * @param batch to work with
   * @param workers threads that help to fill it
   */
  LargeRun(EnergyModel model, long mostBytes, Batch batch, Workers workers) {
    cutoff = model.spec().architecture().cutoff();
    this.mostBytes = mostBytes;
    this.workers = workers;
    this.batch = batch;
    OptionalInt steps = model.messageSteps();
    regions = steps.isPresent() ? Optional.of(new Regions(steps.getAsInt(), batch)) : Optional.empty();
  }

  /** Orders a structure and finds its neighbours; they stay until the next call. */
  Ordered find(Structure structure) {
    Ordered ordered = Ordered.of(structure, cutoff);
    try {
      search.find(ordered.sorted(), cutoff);
    } catch (InputException e) {
      search.find(structure, cutoff); // throws the same, but with the caller's numbers of atoms
      throw e;
    }
    return ordered;
  }

  /** Number of edges found. */
  int edges() {
    return search.count();
  }

  /** Computes the structure found last; in regions, if all takes too much memory and the network does not see far. */
  Optional<Results> run(Ordered ordered, InferenceRun run) {
    Structure structure = ordered.sorted();
    if (regions.isPresent() && run.bytes(structure.size(), edges()) > mostBytes) {
      return regions.get().run(structure, search, run, mostBytes);
    }
    batch.clear();
    batch.add(structure, search, workers);
    return run.run(batch);
  }
}
