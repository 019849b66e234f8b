package io.noether.nn.training;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Optimiser;
import io.noether.core.Structure;
import io.noether.nn.EnergyModel;
import java.util.List;
import java.util.stream.IntStream;

/** Repeats one optimiser step on one batch whose neighbours are known. Benchmarks of training measure it. */
public final class TrainingStep {
  private final TrainingConfig config;
  private final EnergyModel model;
  private final ParameterSet parameters;
  private final LossProgram program;
  private final LabelledBatch batch;
  private final Optimiser optimiser;

  /**
   * Prepares the step.
   *
   * @param structures the batch, labelled as {@code config.loss()} asks
   */
  public TrainingStep(TrainingConfig config, List<Structure> structures, Workers workers) {
    this.config = config.withData(config.data().withValidationFraction(0));
    var set = TrainingSet.prepare(this.config, new TrainingData(structures));
    model = new EnergyModel(set.spec());
    parameters = model.newParameters(config.seed());
    program = new LossProgram(model, set.terms(), config.precision(), workers, parameters);
    optimiser = new Optimiser(config.optimiser(), workers, parameters.values());
    batch = batch(set);
  }

  /** The step with another batch of the same elements and kinds of labels: the network and its memory are the same. */
  public TrainingStep on(List<Structure> structures) {
    return new TrainingStep(this, TrainingSet.prepare(config, new TrainingData(structures)));
  }

  private TrainingStep(TrainingStep other, TrainingSet set) {
    config = other.config;
    model = other.model;
    parameters = other.parameters;
    program = other.program;
    optimiser = other.optimiser;
    batch = batch(set);
  }

  private LabelledBatch batch(TrainingSet set) {
    var labelled = new LabelledBatch(model.spec().elements(), config.loss(), model.spec().scale());
    int count = set.training().size();
    labelled.fill(set.training(), IntStream.range(0, count).toArray(), 0, count);
    return labelled;
  }

  /** Computes the loss and the gradient of all parameters, and moves them. Returns the loss. */
  public double run() {
    double loss = program.run(batch, parameters.values(), optimiser.gradient());
    optimiser.step(config.optimiser().learningRate());
    return loss;
  }

  /** Number of edges of the batch. */
  public int edges() {
    return batch.batch().edges();
  }
}
