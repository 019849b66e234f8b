/**
 * Symbolic fields over finite sets, their derivatives to any order, and programs that evaluate them.
 *
 * <p>A {@link io.noether.autodiff.Tensor} is a field: one block of numbers of fixed {@link io.noether.autodiff.Shape}
 * for every row of a {@link io.noether.autodiff.Space}, whose number of rows is known only when a program is run.
 * Only two operations cross from one space to another, along an {@link io.noether.autodiff.Index}: {@code gather} pulls
 * rows back and {@code sum} pushes them forward; each is the other's transpose. Everything else works row by row.
 * Nothing here knows about atoms.
 */
@NullMarked
package io.noether.autodiff;

import org.jspecify.annotations.NullMarked;
