/**
 * What a simulation is about, before any network: chemical elements, cells, structures with their reference labels.
 * Everything here is immutable. Lengths are in Å, energies in eV, masses in amu.
 */
@NullMarked
package io.noether.core;

import org.jspecify.annotations.NullMarked;
