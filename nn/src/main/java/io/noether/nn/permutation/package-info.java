/**
 * Networks on graphs that commute with every relabelling of the nodes, of any order (Thiede, Hy and Kondor, "The
 * general theory of permutation equivariant neural networks and higher order graph variational encoders",
 * arXiv:2004.03990). Features live on k-tuples of nodes ({@link io.noether.nn.permutation.Tuples}); every linear map
 * from k-tuples to k'-tuples that commutes with relabelling is a
 * {@link io.noether.nn.permutation.PermutationLinear}, with one matrix of channels for each set partition of the
 * k + k' indices.
 */
@NullMarked
package io.noether.nn.permutation;

import org.jspecify.annotations.NullMarked;
