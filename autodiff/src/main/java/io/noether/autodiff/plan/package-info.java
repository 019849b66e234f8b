/**
 * The fast path. {@link io.noether.autodiff.plan.PlannedProgram} turns a graph into a few passes, each of which runs over
 * the rows of one space in tiles that stay in the processor's cache.
 *
 * <p>The packages below this one each do one part of that, in this order:
 *
 * <ol>
 * <li>{@code schedule} rewrites the graph and decides which pass computes what and which rows are stored;
 * <li>{@code lower} turns a pass into work on arrays, in which slices, transposes and gathers are views;
 * <li>{@code fuse} turns that work into kernels that keep numbers in registers;
 * <li>{@code run} has the kernels emitted as bytecode, holds the memory and runs the passes.
 * </ol>
 */
@NullMarked
package io.noether.autodiff.plan;

import org.jspecify.annotations.NullMarked;
