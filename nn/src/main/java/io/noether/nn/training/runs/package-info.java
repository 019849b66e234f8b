/**
 * The files of a training run: the best model, a checkpoint to go on from, and a line of numbers for each epoch. {@link
 * io.noether.nn.training.runs.RunFiles} writes them while a {@link io.noether.nn.training.Trainer} runs, and resumes a
 * run from them.
 */
@NullMarked
package io.noether.nn.training.runs;

import org.jspecify.annotations.NullMarked;
