/** The workloads in PyTorch, measured in turns with ours. */
@NullMarked
package io.noether.benchmarks.torch;

import org.jspecify.annotations.NullMarked;
