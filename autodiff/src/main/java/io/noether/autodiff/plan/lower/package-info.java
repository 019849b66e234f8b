/**
 * The second part of planning. {@link io.noether.autodiff.plan.lower.Lowering} turns the tensors of one pass into a list
 * of {@link io.noether.autodiff.plan.lower.Work}: row-wise updates, and matrix products of a whole tile. Operations that
 * only look at numbers in another way, like slices, transposes and gathers, become
 * {@link io.noether.autodiff.plan.lower.View}s and cost nothing.
 */
@NullMarked
package io.noether.autodiff.plan.lower;

import org.jspecify.annotations.NullMarked;
