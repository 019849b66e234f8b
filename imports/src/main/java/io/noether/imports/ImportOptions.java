package io.noether.imports;

import io.noether.core.Element;
import java.util.List;
import java.util.Optional;

/**
 * What a user can say about a model that is imported.
 *
 * @param elements the elements to keep, in this order; an empty list keeps all
 * @param energyUnit the unit of the source's energies, where its format does not say
 * @param licence the licence of the weights, where it is another than that of the package's own models
 */
public record ImportOptions(List<Element> elements, Optional<EnergyUnit> energyUnit, Optional<String> licence) {
  /** No choices: all elements are kept, and units and licence are those that the package usually has. */
  public static final ImportOptions NONE = new ImportOptions(List.of(), Optional.empty(), Optional.empty());

  /** Copies the list. */
  public ImportOptions {
    elements = List.copyOf(elements);
  }
}
