package io.noether.nn.inference;

import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import io.noether.nn.batches.Batch;
import io.noether.nn.batches.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Computes a structure that is too large for memory region by region, and adds up. Each atom is in one region's own
 * part, where its energy is counted and differentiated; forces on its neighbours come from there too.
 */
final class Regions {
  /** Consecutive atoms, and what their region takes. */
  private record Own(int from, int to, long bytes) {}

  private final int steps;
  private final Batch batch;
  private final Results sums = new Results();

  /**
   * Regions of no structure yet.
   *
   * @param steps how many edges away atoms matter
   * @param batch to work with
   */
  Regions(int steps, Batch batch) {
    this.steps = steps;
    this.batch = batch;
  }

  /**
   * Runs a structure whose atoms are in an order in which consecutive ones are neighbours mostly.
   *
   * @param mostBytes memory for a region, if it is of more than one atom
   * @return what {@link InferenceRun#run} would return for all of it
   */
  Optional<Results> run(Structure structure, NeighbourSearch found, InferenceRun run, long mostBytes) {
    int atoms = structure.size();
    var region = new Region(steps, atoms, found.offsets(), found.senders());
    var parts = new ArrayList<Own>();
    cut(0, atoms, region, run, mostBytes, parts);
    parts.sort(Comparator.comparingLong(Own::bytes).reversed()); // memory grows once, for the first
    sums.reserve(atoms, 1);
    Arrays.fill(sums.forces, 0, 3 * atoms, 0);
    Arrays.fill(sums.strainDerivatives, 0, 9, 0);
    for (Own own : parts) {
      region.about(own.from, own.to);
      batch.clear();
      batch.add(structure, found, region);
      Optional<Results> results = run.run(batch);
      if (results.isEmpty()) {
        return Optional.empty();
      }
      add(region, results.get());
    }
    return Optional.of(sums);
  }

  /** Halves until regions fit: along a curve that fills a cube octant by octant, halves of halves are compact. */
  private static void cut(int from, int to, Region region, InferenceRun run, long mostBytes, List<Own> parts) {
    region.about(from, to);
    long bytes = run.bytes(region.atoms(), region.edges());
    if (bytes <= mostBytes || to - from == 1) {
      parts.add(new Own(from, to, bytes));
    } else {
      int middle = (from + to) >>> 1;
      cut(from, middle, region, run, mostBytes, parts);
      cut(middle, to, region, run, mostBytes, parts);
    }
  }

  private void add(Region region, Results results) {
    for (int row = 0; row < region.atoms(); row++) {
      int atom = region.atom(row);
      if (region.owns(atom)) {
        sums.atomicEnergies[atom] = results.atomicEnergies[row];
      }
      for (int axis = 0; axis < 3; axis++) {
        sums.forces[3 * atom + axis] += results.forces[3 * row + axis];
      }
    }
    for (int k = 0; k < 9; k++) {
      sums.strainDerivatives[k] += results.strainDerivatives[k];
    }
  }
}
