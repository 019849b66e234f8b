/**
 * {@code noether bench}: measures calls and training steps on fixed workloads, alone or in turns with the same network in
 * PyTorch. The launcher starts this module's {@link io.noether.benchmarks.Main}.
 */
@NullMarked
package io.noether.benchmarks;

import org.jspecify.annotations.NullMarked;
