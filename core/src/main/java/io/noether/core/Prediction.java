package io.noether.core;

import java.util.Optional;

/**
 * What a potential says about one structure. The arrays are the caller's to keep.
 *
 * @param energy total, eV
 * @param forces -dE/dR, eV/Å, three for each atom
 * @param atomicEnergies the atoms' shares of the energy, reference energies included, eV
 * @param stress (1/V) dE/dε, eV/Å³, tensile positive, 3×3 row-major; present for cells periodic in all directions
 */
public record Prediction(double energy, double[] forces, double[] atomicEnergies, Optional<double[]> stress) {}
