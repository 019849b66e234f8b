package io.noether.nn.training.errors;

/**
 * How far predictions are from labels.
 *
 * @param mae mean absolute error
 * @param rmse root of the mean squared error
 */
public record Deviation(double mae, double rmse) {}
