/**
 * The third part of planning. {@link io.noether.autodiff.plan.fuse.FusedPass} cuts the work of a pass into groups and
 * turns each group of row-wise updates into few kernels, in which an update finds the numbers of an earlier one in
 * registers. Buffers that no kernel reads any more disappear.
 */
@NullMarked
package io.noether.autodiff.plan.fuse;

import org.jspecify.annotations.NullMarked;
