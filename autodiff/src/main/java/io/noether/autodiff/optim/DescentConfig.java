package io.noether.autodiff.optim;

/**
 * What decides the steps of a descent besides the objective and the first weights.
 *
 * @param optimiser AdamW, clipping, averaging
 * @param schedule the learning rate
 * @param budget when it ends
 */
public record DescentConfig(OptimiserConfig optimiser, RateSchedule schedule, Budget budget) {}
