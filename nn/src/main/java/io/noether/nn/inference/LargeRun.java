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
   * Empty memory.
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

  /** Sorts the atoms of a structure and finds its neighbours, which are kept until the next call. */
  SpatiallySorted find(Structure structure) {
    SpatiallySorted ordered = SpatiallySorted.of(structure, cutoff);
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

  /**
   * Computes the structure whose neighbours were found last. It is cut into regions if it takes too much memory as a whole
   * and the network sees no farther than a number of edges.
   */
  Optional<Results> run(SpatiallySorted ordered, InferenceRun run) {
    Structure structure = ordered.sorted();
    if (regions.isPresent() && run.bytes(structure.size(), edges()) > mostBytes) {
      return regions.get().run(structure, search, run, mostBytes);
    }
    batch.clear();
    batch.add(structure, search, workers);
    return run.run(batch);
  }
}
