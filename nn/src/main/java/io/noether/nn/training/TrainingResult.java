package io.noether.nn.training;

import io.noether.autodiff.optim.Ending;
import io.noether.nn.inference.TrainedModel;
import io.noether.nn.training.errors.Errors;
import java.util.List;

/**
 * How a run ended, with the model that it gave.
 *
 * @param ending why it ended
 * @param model the averaged weights that validated best, ready to make a potential of
 * @param epochs complete passes over the training set
 * @param steps optimiser steps, sessions before a resume included
 * @param seconds training time, sessions before a resume included, s
 * @param bestEpoch the epoch whose weights are in the model
 * @param validation validation errors of those weights
 * @param history what each epoch of this session gave
 */
public record TrainingResult(Ending ending, TrainedModel model, int epochs, long steps, double seconds, int bestEpoch,
    Errors validation, List<EpochReport> history) {
  /** Copies the history. */
  public TrainingResult {
    history = List.copyOf(history);
  }
}
