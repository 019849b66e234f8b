/**
 * The fast path: a graph becomes a few passes, each over the rows of one space in tiles that stay in cache.
 *
 * <p>{@link io.noether.autodiff.plan.Simplifier} rewrites, {@link io.noether.autodiff.plan.Schedule} decides which pass
 * computes what and which rows are stored, {@link io.noether.autodiff.plan.Lowering} turns a pass into steps on views
 * of tile buffers, {@link io.noether.autodiff.plan.PlannedExecution} runs them. The seam for generated kernels is a
 * pass: whatever can run its tiles can replace its list of steps.
 */
@NullMarked
package io.noether.autodiff.plan;

import org.jspecify.annotations.NullMarked;
