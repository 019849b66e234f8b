package io.noether.nn.training;

import io.noether.autodiff.optim.DescentState;
import io.noether.nn.training.errors.Errors;
import java.util.Optional;

/**
 * All that a {@link Trainer} needs to go on with the same bits.
 *
 * @param descent weights, optimiser, where in the data it is
 * @param validation errors of the best weights, if any were validated
 */
public record TrainingState(DescentState descent, Optional<Errors> validation) {}
