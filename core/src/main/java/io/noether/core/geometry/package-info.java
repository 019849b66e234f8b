/** The symmetries: rotations and reflections of space, permutations of atoms. Knows nothing of atoms or cells. */
@NullMarked
package io.noether.core.geometry;

import org.jspecify.annotations.NullMarked;
