package io.noether.autodiff.optim;

/** How good weights are on data that were held out. The best ones are kept. */
public interface Validation {
  /**
   * The score of some weights.
   *
   * @param weights not to be changed
   * @return less is better
   */
  double score(double[] weights);

  /** Epochs from one validation to the next, at least 1. The last epoch of a budget is always validated. */
  default int every() {
    return 1;
  }
}
