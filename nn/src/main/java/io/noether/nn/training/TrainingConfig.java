package io.noether.nn.training;

import io.noether.autodiff.Precision;
import io.noether.autodiff.optim.Budget;
import io.noether.autodiff.optim.DescentConfig;
import io.noether.autodiff.optim.OptimiserConfig;
import io.noether.autodiff.optim.RateSchedule;
import io.noether.nn.Architecture;
import io.noether.nn.models.PaiNN;

/**
 * Everything that decides the outcome of a training run besides the data.
 *
 * <pre>{@code
 * var config = TrainingConfig.DEFAULT.withModel(new MyNetwork(32)).withBudget(Budget.ofEpochs(50));
 * }</pre>
 *
 * <p>{@link io.noether.nn.training.settings.TrainingSettings} writes a configuration as text and reads it.
 *
 * @param model the network
 * @param data labels and validation split
 * @param loss weights of the errors
 * @param batchSize structures in an optimiser step, at least 1
 * @param optimiser AdamW, clipping, averaging
 * @param schedule learning rate
 * @param budget when to stop
 * @param checkpointEvery where a run keeps files: time between checkpoints, s; 0 for one after each epoch. There is
 *     always one at the start and at the end
 * @param seed decides the initial weights, the split and the order of structures
 * @param precision what the network computes with; the optimiser always works in double
 */
public record TrainingConfig(Architecture model, DataConfig data, LossWeights loss, int batchSize,
    OptimiserConfig optimiser, RateSchedule schedule, Budget budget, double checkpointEvery, long seed,
    Precision precision) {
  /** PaiNN with 64 features, 3 interactions, 5 Å, trained for ten minutes in batches of five. */
  public static final TrainingConfig DEFAULT = new TrainingConfig(new PaiNN(), DataConfig.DEFAULT, LossWeights.DEFAULT,
      5, new OptimiserConfig(1e-3, 0.01, false, 0.9, 0.999, 10, 0.999), RateSchedule.COSINE.withWarmupSteps(300),
      Budget.ofSeconds(600), 30, 1, Precision.FLOAT32);

  /** Checks the size of a batch. @throws IllegalArgumentException if it is not above zero */
  public TrainingConfig {
    if (batchSize < 1) {
      throw new IllegalArgumentException("a batch needs at least one structure, not " + batchSize);
    }
  }

  /** This for another network. */
  public TrainingConfig withModel(Architecture other) {
    return new TrainingConfig(other, data, loss, batchSize, optimiser, schedule, budget, checkpointEvery, seed,
        precision);
  }

  /** This with other labels or another validation split. */
  public TrainingConfig withData(DataConfig other) {
    return new TrainingConfig(model, other, loss, batchSize, optimiser, schedule, budget, checkpointEvery, seed,
        precision);
  }

  /** This with other weights of the errors. */
  public TrainingConfig withLoss(LossWeights other) {
    return new TrainingConfig(model, data, other, batchSize, optimiser, schedule, budget, checkpointEvery, seed,
        precision);
  }

  /** This with another number of structures in a step. */
  public TrainingConfig withBatchSize(int structures) {
    return new TrainingConfig(model, data, loss, structures, optimiser, schedule, budget, checkpointEvery, seed,
        precision);
  }

  /** This with another optimiser. */
  public TrainingConfig withOptimiser(OptimiserConfig other) {
    return new TrainingConfig(model, data, loss, batchSize, other, schedule, budget, checkpointEvery, seed, precision);
  }

  /** This with another learning-rate schedule. */
  public TrainingConfig withSchedule(RateSchedule other) {
    return new TrainingConfig(model, data, loss, batchSize, optimiser, other, budget, checkpointEvery, seed,
        precision);
  }

  /** This with another end. */
  public TrainingConfig withBudget(Budget other) {
    return new TrainingConfig(model, data, loss, batchSize, optimiser, schedule, other, checkpointEvery, seed,
        precision);
  }

  /** This with another time between checkpoints, s; 0 for one after each epoch. */
  public TrainingConfig withCheckpointEvery(double seconds) {
    return new TrainingConfig(model, data, loss, batchSize, optimiser, schedule, budget, seconds, seed, precision);
  }

  /** This with another seed. */
  public TrainingConfig withSeed(long other) {
    return new TrainingConfig(model, data, loss, batchSize, optimiser, schedule, budget, checkpointEvery, other,
        precision);
  }

  /** This with another precision of the network. */
  public TrainingConfig withPrecision(Precision other) {
    return new TrainingConfig(model, data, loss, batchSize, optimiser, schedule, budget, checkpointEvery, seed, other);
  }

  /** What the descent needs of it. */
  DescentConfig descent() {
    return new DescentConfig(optimiser, schedule, budget);
  }
}
