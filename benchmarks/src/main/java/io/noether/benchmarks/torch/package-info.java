/** The same workloads in PyTorch. */
@NullMarked
package io.noether.benchmarks.torch;

import org.jspecify.annotations.NullMarked;
