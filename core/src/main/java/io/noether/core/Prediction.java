package io.noether.core;

import java.util.Optional;

/**
 * What a potential says about one structure. The arrays are the caller's to keep.
 *
 * @param energy total, eV
 * @param forces -dE/dR, eV/Å, three for each atom
 * @param atomicEnergies the atoms' shares of the energy, reference energies included, eV, one for each atom; empty if
 *     the potential does not divide the energy among atoms
 * @param stress (1/V) dE/dε, eV/Å³, tensile positive, 3×3 row-major, of cells periodic in all directions; empty for
 *     other structures, and if the potential has no stress
 */
public record Prediction(double energy, double[] forces, Optional<double[]> atomicEnergies,
    Optional<double[]> stress) {
  /** Energy (eV) and forces (eV/Å, three for each atom) alone, as every potential has them. */
  public static Prediction of(double energy, double[] forces) {
    return new Prediction(energy, forces, Optional.empty(), Optional.empty());
  }

  /** This prediction with the atoms' shares of the energy, eV, one for each atom. */
  public Prediction withAtomicEnergies(double[] shares) {
    return new Prediction(energy, forces, Optional.of(shares), stress);
  }

  /** This prediction with a stress, eV/Å³, tensile positive, 3×3 row-major. */
  public Prediction withStress(double[] tensor) {
    return new Prediction(energy, forces, atomicEnergies, Optional.of(tensor));
  }
}
