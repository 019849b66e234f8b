package io.noether.nn.training;

import io.noether.autodiff.optim.Progress;
import io.noether.nn.training.errors.Errors;

/**
 * What an epoch gave.
 *
 * @param progress where the run is; its loss is the whole epoch's mean
 * @param validation errors on the validation set with averaged (EMA) weights
 * @param score what "best" is decided by: the weighted validation loss, dimensionless
 * @param best whether this is the best epoch so far
 */
public record EpochReport(Progress progress, Errors validation, double score, boolean best) {}
