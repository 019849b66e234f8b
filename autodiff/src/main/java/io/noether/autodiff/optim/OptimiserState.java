package io.noether.autodiff.optim;

/**
 * What an optimiser remembers besides the weights themselves. All arrays have one number for each weight.
 *
 * @param steps steps taken
 * @param badSteps how many of the latest ones in a row had a gradient that was not finite
 * @param averaged the moving average of the weights
 * @param mean first moments of the gradient
 * @param square second moments of the gradient
 * @param largest the largest second moments so far; empty without AMSGrad
 */
public record OptimiserState(long steps, int badSteps, double[] averaged, double[] mean, double[] square,
    double[] largest) {}
