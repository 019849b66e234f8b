package io.noether.imports;

import io.noether.core.Element;
import java.util.List;
import java.util.Optional;

/**
 * What a user says beside the source.
 *
 * @param elements those to keep, in this order; empty for all
 * @param energyUnit of the source, where its format does not say
 * @param licence of the weights, where it is another than that of the package's own models
 */
public record ImportOptions(List<Element> elements, Optional<EnergyUnit> energyUnit, Optional<String> licence) {
  /** Nothing. */
  public static final ImportOptions NONE = new ImportOptions(List.of(), Optional.empty(), Optional.empty());

  /** Copies. */
  public ImportOptions {
    elements = List.copyOf(elements);
  }
}
