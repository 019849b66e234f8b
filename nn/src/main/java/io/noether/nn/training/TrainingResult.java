package io.noether.nn.training;

import java.nio.file.Path;

/**
 * How a run ended.
 *
 * @param reason why it ended
 * @param model the file with the best averaged weights
 * @param epochs complete passes over the training set
 * @param steps optimiser steps, sessions before a resume included
 * @param seconds training time, sessions before a resume included, s
 * @param bestEpoch the epoch whose weights are in the file
 * @param validation validation errors of those weights
 */
public record TrainingResult(
    Reason reason, Path model, int epochs, long steps, double seconds, int bestEpoch, Errors validation) {

  /** Why a run ends. */
  public enum Reason {
    /** All epochs asked for are done. */
    EPOCHS,
    /** The time limit is reached. */
    TIME_LIMIT,
    /** Validation has not improved for as many epochs as the configuration allows. */
    EARLY_STOPPING,
    /** {@link Trainer#requestStop()}: everything is saved, and a resumed run goes on as if never interrupted. */
    STOP_REQUESTED
  }
}
