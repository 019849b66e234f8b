/** Vibrations of atoms about a minimum of the energy, in the harmonic approximation. */
@NullMarked
package io.noether.dynamics.vibrations;

import org.jspecify.annotations.NullMarked;
