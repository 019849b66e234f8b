package io.noether.nn.training.errors;

import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.Optional;
import org.apache.commons.numbers.core.Sum;

/**
 * Sums the differences between predictions and labels, one structure at a time. The sums lose no digits, however many
 * structures there are.
 */
public final class ErrorCollector {
  private static final double MILLI = 1000;

  private final Differences energy = new Differences();
  private final Differences forces = new Differences();
  private final Differences stress = new Differences();
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

  private static final class Differences {
    private final Sum absolute = Sum.create();
    private final Sum squared = Sum.create();
    private long count;

    void add(double difference) {
      absolute.add(Math.abs(difference));
      squared.addProduct(difference, difference);
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
          : Optional.of(new Deviation(MILLI * absolute.getAsDouble() / count,
              MILLI * Math.sqrt(squared.getAsDouble() / count)));
    }
  }
}
