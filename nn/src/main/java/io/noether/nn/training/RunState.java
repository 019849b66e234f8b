package io.noether.nn.training;

import java.util.Optional;

/** Where a run is, besides the optimiser and the schedule. Mutable; a checkpoint holds all of it. */
final class RunState {
  /** The weights that validated best. */
  record Best(int epoch, double score, Errors errors, double[] weights) {}

  /** Complete epochs. */
  int epoch;
  /** Batches done of the current epoch. */
  int batch;
  /** Sum of their losses. */
  double lossSum;
  /** Training time of earlier sessions, s. */
  double secondsBefore;
  /** Epochs since the best one. */
  int waited;
  Optional<Best> best = Optional.empty();

  private long sessionStart = System.nanoTime();

  /** Starts counting this session's time. */
  void startClock() {
    sessionStart = System.nanoTime();
  }

  /** Training time of this session, s. */
  double sessionSeconds() {
    return (System.nanoTime() - sessionStart) * 1e-9;
  }

  /** Training time of all sessions, s. */
  double seconds() {
    return secondsBefore + sessionSeconds();
  }

  double meanLoss() {
    return batch == 0 ? 0 : lossSum / batch;
  }
}
