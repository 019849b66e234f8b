package io.noether.core;

import java.util.List;

/** The energy of atoms as a function of their positions, with its derivatives. Safe to call from many threads. */
public interface Potential {
  /**
   * Energy, forces, atomic energies and, for a fully periodic cell, stress.
   *
   * @throws io.noether.core.InputException if the structure has an element that the potential does not know, or two
   *     atoms in one place
   */
  default Prediction predict(Structure structure) {
    return predict(List.of(structure)).getFirst();
  }

  /** The same for several structures, in their order; faster than one by one when they are small. */
  List<Prediction> predict(List<Structure> structures);

  /** The elements it knows. */
  List<Element> elements();
}
