/**
 * What happens to a plan when it runs. {@link io.noether.autodiff.plan.run.Plan} is all passes with the arrays assigned
 * to their tensors, {@link io.noether.autodiff.plan.run.Compiled} holds its kernels as code, and
 * {@link io.noether.autodiff.plan.run.PlannedExecution} is the memory and the loop over the passes. Vector code that the
 * JVM has not compiled yet is tried out on zeros in a thread of its own while the program runs scalar code.
 */
@NullMarked
package io.noether.autodiff.plan.run;

import org.jspecify.annotations.NullMarked;
