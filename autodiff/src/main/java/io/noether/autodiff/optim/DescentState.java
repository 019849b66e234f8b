package io.noether.autodiff.optim;

import java.util.Optional;

/**
 * All that a descent needs to go on with the same bits. The arrays are copies.
 *
 * @param weights the newest weights
 * @param optimiser what the optimiser remembers
 * @param plateau what the plateau schedule remembers
 * @param epoch complete epochs
 * @param batch batches done of the current epoch
 * @param lossSum sum of their losses
 * @param seconds training time so far, s
 * @param best the averaged weights that validated best, if any were validated
 */
public record DescentState(double[] weights, OptimiserState optimiser, Plateau plateau, int epoch, int batch,
    double lossSum, double seconds, Optional<Best> best) {
  /**
   * The weights that validated best.
   *
   * @param epoch the epoch they were reached in, from 1
   * @param score their score; less is better
   * @param weights the averaged weights
   */
  public record Best(int epoch, double score, double[] weights) {}
}
