/**
 * The loops that spend the time: contractions, matrix products, scalar functions and row movements on plain arrays.
 *
 * <p>Each is written once for {@code float}; the double twin is derived from it when the project is built (files named
 * {@code Float…}). Those named {@code …Vector…} use {@code jdk.incubator.vector}, and nothing outside this package
 * does; {@link io.noether.autodiff.kernels.KernelChoice} takes their scalar twins where the module is absent.
 *
 * <p>Every kernel gives the same bits whether the JVM interprets or compiles it: sums run in an order fixed by the code
 * (no {@code reduceLanes}, whose order is undefined) and exponentials are polynomials of exact operations.
 */
@NullMarked
package io.noether.autodiff.kernels;

import org.jspecify.annotations.NullMarked;
