/**
 * Trained networks as potentials: {@link io.noether.nn.inference.NeuralPotential} computes energies, forces, stresses and
 * second derivatives of any number of structures, small ones in batches and large ones in regions.
 */
@NullMarked
package io.noether.nn.inference;

import org.jspecify.annotations.NullMarked;
