package io.noether.graphs.molecules;

/**
 * How the network is trained.
 *
 * @param batchSize molecules in a step, at least 1
 * @param learningRate peak learning rate; falls to zero along half a cosine
 * @param divergenceWeight what the KL divergence counts in the loss (the β of Higgins et al. 2017)
 * @param epochs most passes over the molecules; 0 for no limit
 * @param seconds time limit; 0 for none
 * @param seed decides weights, orders and noise
 */
public record TrainingPlan(int batchSize, double learningRate, double divergenceWeight, int epochs,
    double seconds, long seed) {
  /** Checks that there is a limit. */
  public TrainingPlan {
    if (epochs <= 0 && seconds <= 0) {
      throw new IllegalArgumentException("training needs epochs or a time limit");
    }
  }
}
