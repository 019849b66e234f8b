/** Calculations on any potential: relaxation, molecular dynamics, vibrations. */
@NullMarked
package io.noether.dynamics;

import org.jspecify.annotations.NullMarked;
