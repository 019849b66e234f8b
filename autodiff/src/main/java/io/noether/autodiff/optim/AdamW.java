package io.noether.autodiff.optim;

/**
 * AdamW with decoupled weight decay (Loshchilov and Hutter, ICLR 2019), optionally with the running maximum of the
 * second moment (AMSGrad; Reddi, Kale and Kumar, ICLR 2018), on one flat array in double precision.
 *
 * <p>An update is made range by range, and ranges are independent, so several threads may share it. The loops are plain
 * and branch-free: the JVM turns them into vector instructions.
 */
final class AdamW {
  private static final double EPSILON = 1e-8;

  private final OptimiserConfig config;
  private final double[] mean;
  private final double[] square;
  private final double[] largest;
  private double rate;
  private double meanCorrection = 1;
  private double squareCorrection = 1;

  AdamW(OptimiserConfig config, int parameters) {
    this.config = config;
    mean = new double[parameters];
    square = new double[parameters];
    largest = new double[config.amsgrad() ? parameters : 0];
  }

  /**
   * Fixes what all ranges of one update share.
   *
   * @param step counts from 1
   */
  void begin(long step, double learningRate) {
    rate = learningRate;
    meanCorrection = 1 / (1 - Math.pow(config.beta1(), (double) step));
    squareCorrection = 1 / (1 - Math.pow(config.beta2(), (double) step));
  }

  /** Moves weights {@code from} to {@code to} against the gradient times {@code scale}. */
  void update(double[] weights, double[] gradient, double scale, int from, int to) {
    moments(gradient, scale, from, to);
    if (config.amsgrad()) {
      for (int k = from; k < to; k++) {
        largest[k] = Math.max(largest[k], square[k]);
      }
    }
    move(weights, config.amsgrad() ? largest : square, from, to);
  }

  private void moments(double[] gradient, double scale, int from, int to) {
    double b1 = config.beta1();
    double b2 = config.beta2();
    double[] m = mean;
    double[] v = square;
    for (int k = from; k < to; k++) {
      double g = gradient[k] * scale;
      m[k] = b1 * m[k] + (1 - b1) * g;
      v[k] = b2 * v[k] + (1 - b2) * g * g;
    }
  }

  private void move(double[] weights, double[] second, int from, int to) {
    double keep = 1 - rate * config.weightDecay();
    double step = rate * meanCorrection;
    double[] m = mean;
    for (int k = from; k < to; k++) {
      weights[k] = keep * weights[k] - step * m[k] / (Math.sqrt(second[k] * squareCorrection) + EPSILON);
    }
  }

  /** First moments: the array itself. */
  double[] mean() {
    return mean;
  }

  /** Second moments: the array itself. */
  double[] square() {
    return square;
  }

  /** Largest second moments so far: the array itself; empty without AMSGrad. */
  double[] largest() {
    return largest;
  }
}
