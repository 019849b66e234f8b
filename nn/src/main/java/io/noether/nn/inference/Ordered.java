package io.noether.nn.inference;

import io.noether.core.Structure;
import io.noether.core.neighbours.SpatialOrder;

/**
 * A structure and the same with its atoms in the order of a curve through space. What an atom's neighbours need is then
 * in a cache, and stretches of the curve are compact regions.
 *
 * @param given in the caller's order
 * @param sorted along the curve
 * @param rows where each atom of the given structure is in the sorted one
 */
record Ordered(Structure given, Structure sorted, int[] rows) {
  /**
   * Orders a structure.
   *
   * @param cutoff of neighbours, Å
   */
  static Ordered of(Structure structure, double cutoff) {
    int[] order = SpatialOrder.of(structure, cutoff / 2);
    int[] rows = new int[order.length];
    for (int row = 0; row < order.length; row++) {
      rows[order[row]] = row;
    }
    return new Ordered(structure, structure.permuted(order), rows);
  }

  /** Where an atom of the given structure is in the sorted one. */
  int row(int atom) {
    return rows[atom];
  }
}
