/** JMH benchmarks and the comparison with peers; not part of the public API. */
@NullMarked
package io.noether.benchmarks;

import org.jspecify.annotations.NullMarked;
