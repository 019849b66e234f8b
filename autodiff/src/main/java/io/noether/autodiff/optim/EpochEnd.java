package io.noether.autodiff.optim;

import java.util.OptionalDouble;

/**
 * What an epoch gave.
 *
 * @param progress where the descent is; its loss is the whole epoch's mean
 * @param score the validation score of the averaged weights, less is better; empty if they were not validated
 * @param best whether they are the best so far
 */
public record EpochEnd(Progress progress, OptionalDouble score, boolean best) {}
