/** Tests of the stopwatch. */
@NullMarked
package io.noether.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
