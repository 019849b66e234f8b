/**
 * Generation of molecules with the second-order graph variational autoencoder (Thiede, Hy and Kondor 2020): molecules
 * as graphs of atom types and bond orders, the network, its training and its sampling. SMILES are unknown here:
 * reading, naming and drawing molecules is left to the application.
 */
@NullMarked
package io.noether.graphs.molecules;

import org.jspecify.annotations.NullMarked;
