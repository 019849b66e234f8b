/**
 * Interatomic potentials: what an architecture is ({@link io.noether.nn.Architecture}), the fields it starts from
 * ({@link io.noether.nn.AtomicGraph}), the energies, forces and stresses that follow from it symbolically
 * ({@link io.noether.nn.EnergyModel}), structures bound to a program ({@link io.noether.nn.batches.Batch}) and the trained
 * potential that users call ({@link io.noether.core.Potential}).
 */
@NullMarked
package io.noether.nn;

import io.noether.core.Potential;
import io.noether.nn.batches.Batch;
import org.jspecify.annotations.NullMarked;
