/** Measures calls and training steps on fixed workloads, alone or in turns with the same network in PyTorch. */
@NullMarked
package io.noether.app.bench;

import org.jspecify.annotations.NullMarked;
