/** Time, memory and the peak of the processor. */
@NullMarked
package io.noether.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
