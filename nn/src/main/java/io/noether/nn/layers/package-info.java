/**
 * Building blocks of equivariant networks: features that know how they transform under rotations and reflections
 * ({@link io.noether.nn.layers.Features}), named layers over them ({@link io.noether.nn.layers.Scope}), radial bases
 * and cutoff functions. An operation that would break the symmetry does not build.
 */
@NullMarked
package io.noether.nn.layers;

import org.jspecify.annotations.NullMarked;
