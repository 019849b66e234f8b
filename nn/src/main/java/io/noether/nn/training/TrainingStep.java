package io.noether.nn.training;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Workers;
import io.noether.core.Structure;
import io.noether.nn.EnergyModel;
import java.util.List;
import java.util.stream.IntStream;

/** The same optimiser step again and again on one batch, neighbours known: what a benchmark of training measures. */
public final class TrainingStep {
  private final EnergyModel model;
  private final ParameterSet parameters;
  private final LossProgram program;
  private final LabelledBatch batch;
  private final Optimiser optimiser;
  private final double learningRate;

  /**
   * Prepares the step.
   *
   * @param structures the batch, labelled as {@code config.loss()} asks
   */
  public TrainingStep(TrainingConfig config, List<Structure> structures, Workers workers) {
    var set = TrainingSet.prepare(config.with("data.validation_fraction", 0), new TrainingData(structures));
    model = new EnergyModel(set.spec());
    parameters = model.newParameters(config.seed());
    program = new LossProgram(model, set.terms(), config.precision(), workers, parameters);
    batch = new LabelledBatch(set.spec().elements(), config.loss(), set.spec().scale());
    batch.fill(set.training(), IntStream.range(0, structures.size()).toArray(), 0, structures.size());
    optimiser = new Optimiser(config.optimiser(), workers, parameters.values());
    learningRate = config.optimiser().learningRate();
  }

  /** Loss, gradient of all parameters, optimiser. Returns the loss. */
  public double run() {
    double loss = program.run(batch, parameters, optimiser.gradient());
    optimiser.step(learningRate);
    return loss;
  }

  /** Number of edges of the batch. */
  public int edges() {
    return batch.batch().edges();
  }
}
