/** Structures and their neighbours as the arrays that a program reads: whole structures, or regions of a large one. */
@NullMarked
package io.noether.nn.batches;

import org.jspecify.annotations.NullMarked;
