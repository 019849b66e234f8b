package io.noether.nn.batches;

import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;

/** Where a batch gets a structure's neighbours from. For one thread at a time. */
public interface NeighbourSource {
  /**
   * Appends a structure with all edges shorter than the cutoff, in the order of
   * {@link io.noether.core.neighbours.NeighbourList}.
   *
   * @throws InputException if the structure has an element that the batch does not know, or two atoms in one place
   */
  void addTo(Batch batch, Structure structure);

  /** Finds them for each structure. */
  static NeighbourSource fresh(double cutoff) {
    var search = new NeighbourSearch();
    return (batch, structure) -> {
      search.find(structure, cutoff);
      batch.add(structure, search);
    };
  }
}
