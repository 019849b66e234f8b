/** Kernels made at run time: what is done for each row of a tile, written down as loops and emitted as JVM bytecode. */
@NullMarked
package io.noether.autodiff.emit;

import org.jspecify.annotations.NullMarked;
