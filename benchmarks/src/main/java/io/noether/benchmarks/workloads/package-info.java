/** What is measured: networks, structures, calls and training steps. */
@NullMarked
package io.noether.benchmarks.workloads;

import org.jspecify.annotations.NullMarked;
