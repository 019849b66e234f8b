package io.noether.nn.training;

import io.noether.core.Element;
import io.noether.core.Structure;
import java.util.List;
import java.util.Map;

/**
 * What a run learns from.
 *
 * @param structures labelled structures; some become the validation set
 * @param isolatedAtoms energies of single atoms known beforehand, eV; they win over those found among the structures
 * @param origin where the structures come from (file names, say), kept in checkpoints and model files
 */
public record TrainingData(List<Structure> structures, Map<Element, Double> isolatedAtoms, Map<String, String> origin) {
  /** Copies everything. */
  public TrainingData {
    structures = List.copyOf(structures);
    isolatedAtoms = Map.copyOf(isolatedAtoms);
    origin = Map.copyOf(origin);
  }

  /** Structures of which nothing else is known. */
  public TrainingData(List<Structure> structures) {
    this(structures, Map.of(), Map.of());
  }
}
