/**
 * Kernels that are made at run time. What a kernel does is described as data: a
 * {@link io.noether.autodiff.emit.loop.RowLoop} for what is done row by row, a
 * {@link io.noether.autodiff.emit.MatrixBlock} for a block of a matrix product. {@link io.noether.autodiff.emit.RowKernels}
 * and {@link io.noether.autodiff.emit.MatrixKernels} write that as JVM bytecode, in either precision, with the Vector API
 * or number by number, and load it as a hidden class of its own.
 *
 * <p>Every kernel gives the same bits whether the JVM interprets or compiles it and whether it uses vectors or not: sums
 * run in an order fixed by the code (no {@code reduceLanes}, whose order is undefined), and exponentials are polynomials
 * of exactly defined operations.
 */
@NullMarked
package io.noether.autodiff.emit;

import org.jspecify.annotations.NullMarked;
