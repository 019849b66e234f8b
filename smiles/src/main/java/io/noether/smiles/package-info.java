/** Molecules as text and pictures: SMILES, validity, names and drawings by way of the Chemistry Development Kit. */
@NullMarked
package io.noether.smiles;

import org.jspecify.annotations.NullMarked;
