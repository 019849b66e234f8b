/** Minima of the energy: atoms, and if asked for the cell around them, moved until nothing pulls on them any more. */
@NullMarked
package io.noether.dynamics.relax;

import org.jspecify.annotations.NullMarked;
