package io.noether.nn.inference;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A network with its trained numbers. Training gives one, {@link io.noether.nn.files.ModelFile} saves and loads it, and
 * {@link #potential(Workers)} makes a potential of it.
 *
 * @param model the network as expressions, with its {@link ModelSpec}
 * @param parameters the trained numbers
 * @param precision what the model was trained with, and what it computes with unless told otherwise
 * @param metadata where it comes from, by name: data, settings, errors, licence; for a model that was loaded, everything
 *     in the file's header, in file order
 */
public record TrainedModel(EnergyModel model, ParameterSet parameters, Precision precision,
    Map<String, String> metadata) {
  /** Copies the metadata. */
  public TrainedModel {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /**
   * A model with these numbers, rounded to the precision: they are what a file of the model holds.
   *
   * @param values laid out as the model's parameters are
   */
  public static TrainedModel of(EnergyModel model, double[] values, Precision precision,
      Map<String, String> metadata) {
    var parameters = model.newParameters(0);
    for (int k = 0; k < values.length; k++) {
      parameters.values()[k] = precision == Precision.FLOAT32 ? (float) values[k] : values[k];
    }
    return new TrainedModel(model, parameters, precision, metadata);
  }

  /** Everything about the model but its numbers. */
  public ModelSpec spec() {
    return model.spec();
  }

  /**
   * The potential, in the precision it was trained with.
   *
   * @param workers threads that help with each call
   */
  public NeuralPotential potential(Workers workers) {
    return potential(precision, workers);
  }

  /** The potential in any precision. */
  public NeuralPotential potential(Precision wanted, Workers workers) {
    return new NeuralPotential(model, parameters, wanted, workers);
  }

  /** The potential in any precision, tuned. */
  public NeuralPotential potential(Precision wanted, Workers workers, Tuning tuning) {
    return new NeuralPotential(model, parameters, wanted, workers, tuning);
  }
}
