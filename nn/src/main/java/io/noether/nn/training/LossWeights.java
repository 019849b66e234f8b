package io.noether.nn.training;

import java.util.List;

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
 * @param stressRequired whether it is an error if no structure has a stress; otherwise that term is left out then
 */
public record LossWeights(double energy, double forces, double stress, boolean stressRequired) {
  static final LossWeights DEFAULT = new LossWeights(10, 1, 100, false);

  static LossWeights read(SettingsReader r) {
    boolean automatic = r.text("stress", "auto").equals("auto");
    var weights =
        new LossWeights(r.number("energy", DEFAULT.energy, 0, 1e9), r.number("forces", DEFAULT.forces, 0, 1e9),
            automatic ? DEFAULT.stress : r.number("stress", 0, 0, 1e9), !automatic);
    r.finish();
    if (weights.energy + weights.forces + weights.stress == 0) {
      throw r.wrong("energy", 0, "positive, unless forces or stress have a positive weight");
    }
    return weights;
  }

  List<Setting> settings() {
    return List.of(
        new Setting("loss", "energy", energy, "weight of the squared energy error per atom (eV/atom)"),
        new Setting("loss", "forces", forces, "weight of the squared force error (eV/Å)"),
        new Setting("loss", "stress", stressRequired ? (Object) stress : "auto",
            "weight of the squared stress error (eV/Å³); auto: " + DEFAULT.stress + " where labelled"));
  }
}
