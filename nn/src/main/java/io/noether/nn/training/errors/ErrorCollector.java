package io.noether.nn.training.errors;

import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.Optional;

/** Sums the differences between predictions and labels, one structure at a time, in double precision. */
public final class ErrorCollector {
  private static final double MILLI = 1000;

  private final Sum energy = new Sum();
  private final Sum forces = new Sum();
  private final Sum stress = new Sum();
  private int structures;
  private int atoms;

  /** Adds one structure. Labels that it lacks are left out. */
  public void add(Structure structure, Prediction prediction) {
    int n = structure.size();
    structures++;
    atoms += n;
    var labels = structure.labels();
    labels.energy().ifPresent(e -> energy.add((prediction.energy() - e) / n));
    labels.forces().ifPresent(f -> forces.add(prediction.forces(), f));
    if (labels.stress().isPresent() && prediction.stress().isPresent()) {
      stress.add(prediction.stress().get(), labels.stress().get());
    }
  }

  /** The errors of all structures added so far. */
  public Errors errors() {
    return new Errors(structures, atoms, energy.deviation(), forces.deviation(), stress.deviation());
  }

  private static final class Sum {
    private double absolute;
    private double squared;
    private long count;

    void add(double difference) {
      absolute += Math.abs(difference);
      squared += difference * difference;
      count++;
    }

    void add(double[] predicted, double[] labelled) {
      for (int k = 0; k < labelled.length; k++) {
        add(predicted[k] - labelled[k]);
      }
    }

    Optional<Deviation> deviation() {
      return count == 0
          ? Optional.empty()
          : Optional.of(new Deviation(MILLI * absolute / count, MILLI * Math.sqrt(squared / count)));
    }
  }
}
