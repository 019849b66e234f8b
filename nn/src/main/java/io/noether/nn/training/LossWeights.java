package io.noether.nn.training;

/**
 * How much each error counts in the loss. Errors are divided by the root mean square of the training forces, so the
 * weights do not depend on the material:
 *
 * <pre>loss = energy · mean (ΔE/n)² + forces · mean (ΔF component)² + stress · mean (Δσ component)²</pre>
 *
 * <p>with E in eV, F in eV/Å, σ in eV/Å³ and n atoms. The means run over what is labelled in a batch.
 *
 * @param energy weight of energies per atom, in 0..1e9; with 0 energies are not needed
 * @param forces weight of forces, in 0..1e9; with 0 forces are not needed
 * @param stress weight of stresses, in 0..1e9
 * @param stressRequired whether it is an error if no structure has a stress; if it is none, that term is left out
 */
public record LossWeights(double energy, double forces, double stress, boolean stressRequired) {
  /** 10 for energies, 1 for forces, 100 for stresses where they are labelled. */
  public static final LossWeights DEFAULT = new LossWeights(10, 1, 100, false);

  /** This with another weight of the energies; with 0 they are not needed. */
  public LossWeights withEnergy(double weight) {
    return new LossWeights(weight, forces, stress, stressRequired);
  }

  /** This with another weight of the forces; with 0 they are not needed. */
  public LossWeights withForces(double weight) {
    return new LossWeights(energy, weight, stress, stressRequired);
  }

  /** This with another weight of the stresses, which must be labelled then, unless it is 0. */
  public LossWeights withStress(double weight) {
    return new LossWeights(energy, forces, weight, true);
  }
}
