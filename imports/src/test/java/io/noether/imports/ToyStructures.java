package io.noether.imports;

import io.noether.core.Cell;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import java.util.List;

/** A molecule, a crystal in a cell smaller than twice the cutoff, a slab, and a lone atom: of H, C and O. */
final class ToyStructures {
  static final List<Structure> ALL = List.of(
      Structure.of(new int[] {8, 6, 1, 1, 1}, new double[] {0.1, -0.2, 0.3, 1.4, 0.25, 0.1, -0.5, 0.6, 0.8, 1.9, 1.2,
          -0.4, 1.7, -0.5, 1.1}),
      Structure.of(new int[] {6, 8, 1}, new double[] {0.2, 0.1, 0, 1.5, 1.3, 1.6, 2.4, 0.3, 2.9},
          Cell.of(3.1, 0.2, 0, -0.4, 3.3, 0.1, 0.3, 0, 3.7)),
      Structure.of(new int[] {8, 1, 8, 6}, new double[] {0, 0.1, 0.2, 0.9, 0.3, 0.8, 1.8, 2.0, -0.3, 2.9, 0.8, 1.2},
          Cell.of(new double[] {4.2, 0, 0, 0.5, 3.9, 0, 0, 0, 20}, new Periodicity(true, true, false))),
      Structure.of(new int[] {1}, new double[] {0.5, 0.5, 0.5}));

  private ToyStructures() {}
}
