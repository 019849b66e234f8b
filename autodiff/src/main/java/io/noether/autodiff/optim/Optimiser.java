package io.noether.autodiff.optim;

import io.noether.autodiff.Workers;

/**
 * Takes optimiser steps. Each one clips the gradient by its norm over all weights, moves the weights as AdamW does, and
 * updates their moving average. Work is divided into fixed blocks, so the bits do not depend on the number of threads.
 * One thread at a time uses an optimiser.
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

  /**
   * An optimiser of some weights.
   *
   * @param workers threads that help with each step
   * @param weights trained in place
   */
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
            + ": the loss is not a finite number any more; try a smaller learning rate (learning_rate), and look for wrong labels in the data");
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

  /** The averaged weights: the array itself. */
  public double[] averaged() {
    return ema.values();
  }

  long steps() {
    return steps;
  }

  AdamW adam() {
    return adam;
  }

  /** What it remembers: a copy. */
  OptimiserState state() {
    return new OptimiserState(steps, badSteps, ema.values().clone(), adam.mean().clone(), adam.square().clone(),
        adam.largest().clone());
  }

  /** Goes on from a state. @throws IllegalArgumentException if it is of another size or has no AMSGrad, or has it */
  void restore(OptimiserState state) {
    fill(ema.values(), state.averaged());
    fill(adam.mean(), state.mean());
    fill(adam.square(), state.square());
    fill(adam.largest(), state.largest());
    steps = state.steps();
    badSteps = state.badSteps();
  }

  private static void fill(double[] own, double[] saved) {
    if (own.length != saved.length) {
      throw new IllegalArgumentException(
          "the state has " + saved.length + " numbers where " + own.length + " are needed");
    }
    System.arraycopy(saved, 0, own, 0, own.length);
  }
}
