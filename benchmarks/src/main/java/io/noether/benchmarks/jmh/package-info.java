/** Benchmarks of parts, by JMH. */
@NullMarked
package io.noether.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
