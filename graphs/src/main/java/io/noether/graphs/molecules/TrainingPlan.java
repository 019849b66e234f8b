package io.noether.graphs.molecules;

import io.noether.autodiff.optim.Budget;

/**
 * How the network is trained.
 *
 * @param batchSize molecules in a step, at least 1
 * @param learningRate peak learning rate; falls to zero along half a cosine
 * @param divergenceWeight what the KL divergence counts in the loss (the β of Higgins et al. 2017)
 * @param budget when it ends; there is no validation, so patience has no meaning
 * @param seed decides weights, orders and noise
 */
public record TrainingPlan(int batchSize, double learningRate, double divergenceWeight, Budget budget, long seed) {
  /** What {@code noether molecules train} begins with: 45 minutes in batches of 128. */
  public static final TrainingPlan DEFAULT = new TrainingPlan(128, 2e-3, 0.5, Budget.ofSeconds(2700), 1);

  /** Checks that there is an end. @throws IllegalArgumentException if there is none, or a batch is empty */
  public TrainingPlan {
    if (batchSize < 1 || budget.epochs() == 0 && budget.steps() == 0 && budget.seconds() == 0) {
      throw new IllegalArgumentException("training needs batches, and epochs, steps or a time limit");
    }
  }

  /** This with another number of molecules in a step. */
  public TrainingPlan withBatchSize(int molecules) {
    return new TrainingPlan(molecules, learningRate, divergenceWeight, budget, seed);
  }

  /** This with another peak learning rate. */
  public TrainingPlan withLearningRate(double rate) {
    return new TrainingPlan(batchSize, rate, divergenceWeight, budget, seed);
  }

  /** This with another weight of the KL divergence. */
  public TrainingPlan withDivergenceWeight(double weight) {
    return new TrainingPlan(batchSize, learningRate, weight, budget, seed);
  }

  /** This with another end. */
  public TrainingPlan withBudget(Budget other) {
    return new TrainingPlan(batchSize, learningRate, divergenceWeight, other, seed);
  }

  /** This with another seed. */
  public TrainingPlan withSeed(long other) {
    return new TrainingPlan(batchSize, learningRate, divergenceWeight, budget, other);
  }
}
