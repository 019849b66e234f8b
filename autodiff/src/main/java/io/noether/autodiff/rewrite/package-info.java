/**
 * Rewriting of graphs: {@link io.noether.autodiff.rewrite.Rewriter} walks over what some outputs need and replaces tensors
 * by a rule. Plans and tables use it; models do not need it.
 */
@NullMarked
package io.noether.autodiff.rewrite;

import org.jspecify.annotations.NullMarked;
