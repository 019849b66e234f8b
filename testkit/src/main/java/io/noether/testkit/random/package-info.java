/** Random structures, cells, rotations and reflections, each a function of a random generator and of nothing else. */
@NullMarked
package io.noether.testkit.random;

import org.jspecify.annotations.NullMarked;
