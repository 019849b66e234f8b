/**
 * Interatomic potentials: what an architecture is ({@link io.noether.nn.Architecture}), the fields it starts from
 * ({@link io.noether.nn.AtomicGraph}), the energies, forces and stresses that follow from it symbolically
 * ({@link io.noether.nn.EnergyModel}), structures bound to a program ({@link io.noether.nn.Batch}) and the trained
 * potential that users call ({@link io.noether.nn.Potential}).
 */
@NullMarked
package io.noether.nn;

import org.jspecify.annotations.NullMarked;
