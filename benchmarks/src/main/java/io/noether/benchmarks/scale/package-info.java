/** Time and memory of crystals of growing size. */
@NullMarked
package io.noether.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
