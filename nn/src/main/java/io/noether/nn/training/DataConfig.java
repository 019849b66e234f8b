package io.noether.nn.training;

import io.noether.core.io.LabelKeys;
import java.util.List;
import java.util.Optional;

/**
 * What is read from the data and how it is divided.
 *
 * @param energyKey which key of the files is the energy, eV; looked up if left open
 * @param forcesKey which column is the forces, eV/Å; looked up if left open
 * @param stressKey which key is the stress, eV/Å³; looked up if left open
 * @param validationFraction share of the structures held out for validation, in 0..0.9; at least one structure is
 */
public record DataConfig(
    Optional<String> energyKey, Optional<String> forcesKey, Optional<String> stressKey, double validationFraction) {
  static final DataConfig DEFAULT =
      new DataConfig(Optional.empty(), Optional.empty(), Optional.empty(), 0.05);
  private static final String AUTO = "auto";

  static DataConfig read(SettingsReader r) {
    var read = new DataConfig(key(r, "energy_key"), key(r, "forces_key"), key(r, "stress_key"),
        r.number("validation_fraction", DEFAULT.validationFraction, 0, 0.9));
    r.finish();
    return read;
  }

  /** The keys as a file reader takes them. */
  public LabelKeys labelKeys() {
    return new LabelKeys(energyKey, forcesKey, stressKey);
  }

  private static Optional<String> key(SettingsReader r, String name) {
    return Optional.of(r.text(name, AUTO)).filter(k -> !k.equals(AUTO));
  }

  List<Setting> settings() {
    String section = "data";
    return List.of(new Setting(section, "energy_key", energyKey.orElse(AUTO), "key of the energy, eV; auto: looked up"),
        new Setting(section, "forces_key", forcesKey.orElse(AUTO), "key of the forces, eV/Å; auto: looked up"),
        new Setting(section, "stress_key", stressKey.orElse(AUTO), "key of the stress, eV/Å³; auto: looked up"),
        new Setting(section, "validation_fraction", validationFraction, "share of structures held out for validation"));
  }
}
