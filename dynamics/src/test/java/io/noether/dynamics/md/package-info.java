/** Tests of molecular dynamics against what statistical mechanics says. */
@NullMarked
package io.noether.dynamics.md;

import org.jspecify.annotations.NullMarked;
