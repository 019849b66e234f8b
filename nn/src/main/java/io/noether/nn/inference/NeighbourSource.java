package io.noether.nn.inference;

import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import io.noether.nn.batches.Batch;

/** Where a batch gets the neighbours of a structure from. One thread at a time may use a source. */
interface NeighbourSource {
  /**
   * Appends a structure with all edges shorter than the cutoff, in the order of
   * {@link io.noether.core.neighbours.NeighbourList}.
   *
   * @throws InputException if the structure has an element that the batch does not know, or two atoms in one place
   */
  void addTo(Batch batch, Structure structure);

  /** A source that searches for the neighbours of each structure anew. */
  static NeighbourSource fresh(double cutoff) {
    var search = new NeighbourSearch();
    return (batch, structure) -> {
      search.find(structure, cutoff);
      batch.add(structure, search);
    };
  }
}
