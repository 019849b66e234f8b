package io.noether.nn.training;

import io.noether.autodiff.Workers;

/**
 * One optimiser step: clip the gradient by its norm over all parameters, AdamW, moving average. Work is divided into
 * fixed blocks, so the bits do not depend on the number of threads. Knows neither atoms nor graphs; for one thread.
 */
public final class Optimiser {
  private static final int BLOCK = 8192;
  private static final int MOST_BAD_STEPS = 50;

  private final OptimiserConfig config;
  private final Workers workers;
  private final double[] weights;
  private final double[] gradient;
  private final double[] blockNorms;
  private final AdamW adam;
  private final Ema ema;
  private final Workers.Task measure = this::measureBlock;
  private final Workers.Task move = this::moveBlock;
  private double scale;
  private long steps;
  private int badSteps;

  /** @param weights trained in place */
  public Optimiser(OptimiserConfig config, Workers workers, double[] weights) {
    this.config = config;
    this.workers = workers;
    this.weights = weights;
    gradient = new double[weights.length];
    blockNorms = new double[(weights.length + BLOCK - 1) / BLOCK];
    adam = new AdamW(config, weights.length);
    ema = new Ema(config.emaDecay(), weights);
  }

  /** Where the gradient of the next step goes. */
  public double[] gradient() {
    return gradient;
  }

  /**
   * Moves the weights once.
   *
   * @return the gradient's norm before clipping; where it is not finite, nothing moves
   * @throws DivergedException if that happens many times in a row: training has diverged
   */
  public double step(double learningRate) {
    workers.run(blockNorms.length, measure);
    double sum = 0;
    for (double block : blockNorms) {
      sum += block;
    }
    double norm = Math.sqrt(sum);
    steps++;
    if (!Double.isFinite(norm)) {
      badSteps++;
      if (badSteps == MOST_BAD_STEPS) {
        throw new DivergedException("training diverged at step " + steps
            + ": the loss is not a finite number any more; try a smaller optimiser.learning_rate, and look for wrong labels in the data");
      }
      return norm;
    }
    badSteps = 0;
    scale = config.clipNorm() > 0 && norm > config.clipNorm() ? config.clipNorm() / norm : 1;
    adam.begin(steps, learningRate);
    ema.begin(steps);
    workers.run(blockNorms.length, move);
    return norm;
  }

  private void measureBlock(int block, int worker) {
    int from = block * BLOCK;
    int to = Math.min(from + BLOCK, weights.length);
    double a = 0; // four sums, for the processor to work on at once
    double b = 0;
    double c = 0;
    double d = 0;
    int k = from;
    for (; k + 3 < to; k += 4) {
      a += gradient[k] * gradient[k];
      b += gradient[k + 1] * gradient[k + 1];
      c += gradient[k + 2] * gradient[k + 2];
      d += gradient[k + 3] * gradient[k + 3];
    }
    for (; k < to; k++) {
      a += gradient[k] * gradient[k];
    }
    blockNorms[block] = (a + b) + (c + d);
  }

  private void moveBlock(int block, int worker) {
    int from = block * BLOCK;
    int to = Math.min(from + BLOCK, weights.length);
    adam.update(weights, gradient, scale, from, to);
    ema.update(weights, from, to);
  }

  double[] weights() {
    return weights;
  }

  AdamW adam() {
    return adam;
  }

  /** The averaged weights: the array itself. */
  public double[] averaged() {
    return ema.values();
  }

  long steps() {
    return steps;
  }

  int badSteps() {
    return badSteps;
  }

  /** Goes on from a checkpoint, whose arrays were copied into this object's own. */
  void restore(long stepsDone, int badStepsInARow) {
    steps = stepsDone;
    badSteps = badStepsInARow;
  }
}
