/** Molecular dynamics on any potential, reproducible to the bit. */
@NullMarked
package io.noether.dynamics.md;

import org.jspecify.annotations.NullMarked;
