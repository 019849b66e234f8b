package io.noether.app.calculate;

import io.noether.app.plots.Agreement;
import io.noether.app.plots.Parity;

import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.nn.training.errors.ErrorCollector;
import io.noether.nn.training.errors.Errors;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Compares a potential's predictions with labels, a few structures at a time, and keeps points to plot. */
public final class Evaluation {
  /** Structures predicted in one call: enough for all threads, and few enough for any memory. */
  static final int CHUNK = 64;

  private final Potential potential;
  private final ErrorCollector collector = new ErrorCollector();
  private final Parity energies = new Parity();
  private final Parity forces = new Parity();

  /** @param potential what predicts */
  public Evaluation(Potential potential) {
    this.potential = potential;
  }

  /** Predicts these structures and compares. */
  public void addAll(Iterator<Structure> structures) {
    while (structures.hasNext()) {
      var chunk = chunk(structures);
      var predictions = potential.predict(chunk);
      for (int k = 0; k < chunk.size(); k++) {
        add(chunk.get(k), predictions.get(k));
      }
    }
  }

  /** The next structures, as many as are predicted in one call. */
  static List<Structure> chunk(Iterator<Structure> structures) {
    var chunk = new ArrayList<Structure>();
    while (chunk.size() < CHUNK && structures.hasNext()) {
      chunk.add(structures.next());
    }
    return chunk;
  }

  private void add(Structure s, Prediction p) {
    collector.add(s, p);
    s.labels().energy().ifPresent(e -> energies.add(e / s.size(), p.energy() / s.size()));
    s.labels().forces().ifPresent(labels -> {
      for (int k = 0; k < labels.length; k++) {
        forces.add(labels[k], p.forces()[k]);
      }
    });
  }

  /** Errors of all structures so far. */
  public Errors errors() {
    return collector.errors();
  }

  /** All that pictures are made of. */
  public Agreement agreement() {
    return new Agreement(errors(), energies, forces);
  }
}
