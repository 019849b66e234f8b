package io.noether.nn.inference;

import io.noether.core.Structure;
import io.noether.core.neighbours.SpatialOrder;

/**
 * A structure, and a copy whose atoms are sorted along a curve through space. In the copy, atoms near each other have
 * nearby rows, which caches like, and consecutive atoms form compact regions.
 *
 * @param given in the caller's order
 * @param sorted along the curve
 * @param rows where each atom of the given structure is in the sorted one
 */
record SpatiallySorted(Structure given, Structure sorted, int[] rows) {
  /**
   * Sorts the atoms of a structure.
   *
   * @param cutoff of neighbours, Å
   */
  static SpatiallySorted of(Structure structure, double cutoff) {
    int[] order = SpatialOrder.of(structure, cutoff / 2);
    int[] rows = new int[order.length];
    for (int row = 0; row < order.length; row++) {
      rows[order[row]] = row;
    }
    return new SpatiallySorted(structure, structure.permuted(order), rows);
  }

  /** Where an atom of the given structure is in the sorted one. */
  int row(int atom) {
    return rows[atom];
  }
}
