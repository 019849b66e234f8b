package io.noether.core.io;

import java.util.Optional;

/**
 * Under which names a file has the energy, the forces and the stress. As a wish, an empty name means "find it": among
 * the usual names, in this order. As an answer, an empty name means that there was none.
 *
 * @param energy name of the energy of the whole structure
 * @param forces name of the forces
 * @param stress name of the stress, or of a virial, which any name with "virial" in it is: stress = −virial / volume
 */
public record LabelKeys(Optional<String> energy, Optional<String> forces, Optional<String> stress) {
  /** Find everything under its usual names. */
  public static final LabelKeys USUAL = new LabelKeys(Optional.empty(), Optional.empty(), Optional.empty());

  /** The names this project writes. */
  static final LabelKeys WRITTEN =
      new LabelKeys(Optional.of("energy"), Optional.of("forces"), Optional.of("stress"));

  /** The keys with another name for the energy. */
  public LabelKeys withEnergy(String key) {
    return new LabelKeys(Optional.of(key), forces, stress);
  }

  /** The keys with another name for the forces. */
  public LabelKeys withForces(String key) {
    return new LabelKeys(energy, Optional.of(key), stress);
  }

  /** The keys with another name for the stress or virial. */
  public LabelKeys withStress(String key) {
    return new LabelKeys(energy, forces, Optional.of(key));
  }

  @Override
  public String toString() {
    return "energy: " + energy.orElse("-") + ", forces: " + forces.orElse("-") + ", stress: " + stress.orElse("-");
  }
}
