package io.noether.autodiff.optim;

/**
 * An exponential moving average of the weights. It forgets faster at first, min(decay, (1 + t)/(10 + t)) at step t, so
 * that the initial weights do not linger.
 */
final class Ema {
  private final double decay;
  private final double[] values;
  private double share;

  Ema(double decay, double[] start) {
    this.decay = decay;
    values = start.clone();
  }

  /**
   * Fixes what all ranges of one update share.
   *
   * @param step counts from 1
   */
  void begin(long step) {
    share = 1 - Math.min(decay, (1.0 + step) / (10.0 + step));
  }

  /** Moves the averages {@code from} to {@code to} towards the weights. */
  void update(double[] weights, int from, int to) {
    double s = share;
    for (int k = from; k < to; k++) {
      values[k] += s * (weights[k] - values[k]);
    }
  }

  /** The averaged weights: the array itself. */
  double[] values() {
    return values;
  }
}
