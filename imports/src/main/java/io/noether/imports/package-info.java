/**
 * Reads potentials of other packages: matgl's TensorNet, SchNetPack's PaiNN, and safetensors files that a mapping
 * explains. Files are data here. Nothing in them is executed, nothing is allocated from a size that they claim, and
 * whatever is not understood is refused by name.
 */
@NullMarked
package io.noether.imports;

import org.jspecify.annotations.NullMarked;
