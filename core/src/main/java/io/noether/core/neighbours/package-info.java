/** Finding all neighbours within a cutoff, periodic images included, in time linear in the number of atoms. */
@NullMarked
package io.noether.core.neighbours;

import org.jspecify.annotations.NullMarked;
