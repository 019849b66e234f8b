/** Tests of the measurements, with next to no time for each: that they are made and told, not what they give. */
@NullMarked
package io.noether.benchmarks;

import org.jspecify.annotations.NullMarked;
