package io.noether.autodiff.optim;

/**
 * What a {@link Descent} minimises: the mean of a loss over data that come in batches. Where the gradient is computed,
 * on this machine or on others, is the objective's own business.
 *
 * <p>What it returns may depend on its arguments alone, random numbers included, so that a descent that was stopped and
 * resumed takes the same steps.
 */
public interface Objective {
  /** Number of batches that make one pass over the data, an epoch; at least 1. */
  int batches();

  /**
   * Number of examples in a batch. It is used to tell how fast training is, and for nothing else.
   *
   * @param batch from 0 to {@link #batches()} - 1
   */
  default int examples(int batch) {
    return 1;
  }

  /**
   * Computes the loss of one batch and its gradient.
   *
   * @param step which batch
   * @param weights where; not to be changed
   * @param gradient receives the derivative with respect to each weight
   * @return the loss; it need not be finite
   */
  double evaluate(Step step, double[] weights, double[] gradient);
}
