package io.noether.nn.training.errors;

import io.noether.core.Potential;
import io.noether.core.Structure;
import java.util.List;
import java.util.Optional;

/**
 * Errors of a potential on labelled structures. A quantity that no structure is labelled with has no error.
 *
 * @param structures number of structures
 * @param atoms number of atoms
 * @param energy energy error over the number of atoms, meV/atom; every structure counts once
 * @param forces error of force components, meV/Å; every component of every atom counts once
 * @param stress error of the nine stress components, meV/Å³
 */
public record Errors(
    int structures, int atoms, Optional<Deviation> energy, Optional<Deviation> forces, Optional<Deviation> stress) {

  private static final int CHUNK = 32;

  /** Predicts every structure and compares with its labels. */
  public static Errors of(Potential potential, List<Structure> structures) {
    var collector = new ErrorCollector();
    for (int from = 0; from < structures.size(); from += CHUNK) {
      var chunk = structures.subList(from, Math.min(from + CHUNK, structures.size()));
      var predictions = potential.predict(chunk);
      for (int k = 0; k < chunk.size(); k++) {
        collector.add(chunk.get(k), predictions.get(k));
      }
    }
    return collector.errors();
  }
}
