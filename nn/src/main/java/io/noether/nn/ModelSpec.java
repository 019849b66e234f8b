package io.noether.nn;

import io.noether.core.Element;
import java.util.HashSet;
import java.util.List;

/**
 * Everything about a potential but its trained numbers: E = Σ_i (scale · network_i + shift + reference of i's element).
 *
 * @param architecture the network
 * @param elements the elements it was trained on, in the order of the embedding's rows
 * @param referenceEnergies eV, one for each element
 * @param scale eV for one unit of the network's output, above zero
 * @param shift eV per atom
 */
public record ModelSpec(Architecture architecture, List<Element> elements, double[] referenceEnergies, double scale,
    double shift) {
  /** Checks and copies. @throws IllegalArgumentException saying what does not fit */
  public ModelSpec {
    elements = List.copyOf(elements);
    referenceEnergies = referenceEnergies.clone();
    if (elements.isEmpty() || new HashSet<>(elements).size() != elements.size()) {
      throw new IllegalArgumentException("a model needs one or more elements, each once, not " + elements);
    }
    if (referenceEnergies.length != elements.size()) {
      throw new IllegalArgumentException(
          referenceEnergies.length + " reference energies for " + elements.size() + " elements");
    }
    for (double reference : referenceEnergies) {
      if (!Double.isFinite(reference)) {
        throw new IllegalArgumentException("a reference energy is not finite");
      }
    }
    if (!(scale > 0 && Double.isFinite(scale)) || !Double.isFinite(shift)) {
      throw new IllegalArgumentException("the scale must be positive and finite and the shift finite, not " + scale
          + " and " + shift);
    }
  }

  /** eV, one for each element: a copy. */
  @Override
  public double[] referenceEnergies() {
    return referenceEnergies.clone();
  }
}
