/**
 * The first part of planning. {@link io.noether.autodiff.plan.schedule.Simplifier} rewrites the outputs of a graph into
 * others of the same values that make better passes. {@link io.noether.autodiff.plan.schedule.Schedule} then decides
 * which {@link io.noether.autodiff.plan.schedule.Pass} computes which tensors, and which tensors are stored between
 * passes instead of being computed again.
 */
@NullMarked
package io.noether.autodiff.plan.schedule;

import org.jspecify.annotations.NullMarked;
