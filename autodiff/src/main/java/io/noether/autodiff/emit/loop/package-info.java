/**
 * What a kernel does, as data. A {@link io.noether.autodiff.emit.loop.RowLoop} says what is done for each row of a tile:
 * instructions on single numbers, sweeps over lines of numbers, and loops around those. It knows nothing of bytecode.
 */
@NullMarked
package io.noether.autodiff.emit.loop;

import org.jspecify.annotations.NullMarked;
