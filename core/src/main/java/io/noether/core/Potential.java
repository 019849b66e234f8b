package io.noether.core;

import java.util.List;

/** The energy of atoms as a function of their positions, with its derivatives. Safe to call from many threads. */
public interface Potential {
  /**
   * Computes energy, forces, atomic energies and, for a fully periodic cell, the stress of a structure.
   *
   * @throws InputException if the structure has an element that the potential does not know, or two
   *     atoms in one place
   */
  default Prediction predict(Structure structure) {
    return predict(List.of(structure)).getFirst();
  }

  /**
   * Computes several structures, which is faster than one by one when they are small. The results are in the order of the
   * structures.
   *
   * @throws InputException as {@link #predict(Structure)} does
   */
  List<Prediction> predict(List<Structure> structures);

  /** Returns the elements that the potential knows. */
  List<Element> elements();
}
