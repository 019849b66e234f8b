/** How fast a model moves atoms. */
@NullMarked
package io.noether.benchmarks.speed;

import org.jspecify.annotations.NullMarked;
