/**
 * Learning a potential from labelled structures: configuration, losses, reference energies, optimiser, schedules,
 * checkpoints with exact resume, and the errors that a table reports. {@link io.noether.nn.training.Trainer} is the
 * loop.
 */
@NullMarked
package io.noether.nn.training;

import org.jspecify.annotations.NullMarked;
