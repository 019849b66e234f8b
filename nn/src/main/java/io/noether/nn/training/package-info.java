/**
 * Learning a potential from labelled structures. {@link io.noether.nn.training.Trainer} does it, as {@link
 * io.noether.nn.training.TrainingConfig} says, on {@link io.noether.nn.training.TrainingData}, in memory. The packages
 * below this one keep a run in files, write configurations as text, and tell errors.
 */
@NullMarked
package io.noether.nn.training;

import org.jspecify.annotations.NullMarked;
