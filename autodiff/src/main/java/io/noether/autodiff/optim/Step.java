package io.noether.autodiff.optim;

/**
 * One optimiser step.
 *
 * @param epoch the pass over the data, from 0
 * @param batch the batch in that pass, from 0
 * @param number steps before this one, over all epochs
 */
public record Step(int epoch, int batch, long number) {}
