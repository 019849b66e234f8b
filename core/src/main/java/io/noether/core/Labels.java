package io.noether.core;

import io.noether.core.geometry.Orthogonal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a reference calculation said about a structure: any of its energy (eV, of the whole structure), the forces
 * (eV/Å), the stress (eV/Å³, tensile positive, symmetric). Belongs to exactly one geometry.
 */
public final class Labels {
  /** The labels of a structure of which nothing is known. */
  public static final Labels NONE = new Labels(OptionalDouble.empty(), Optional.empty(), Optional.empty());

  private final OptionalDouble energy;
  private final Optional<double[]> forces;
  private final Optional<double[]> stress;

  private Labels(OptionalDouble energy, Optional<double[]> forces, Optional<double[]> stress) {
    this.energy = energy;
    this.forces = forces;
    this.stress = stress;
  }

  /** These labels with the energy of the whole structure, in eV. */
  public Labels withEnergy(double value) {
    requireFinite("energy", value);
    return new Labels(OptionalDouble.of(value), forces, stress);
  }

  /** These labels with forces, three numbers per atom, in eV/Å. */
  public Labels withForces(double... values) {
    if (values.length % 3 != 0) {
      throw new IllegalArgumentException("forces have 3 numbers per atom, not " + values.length + " in all");
    }
    requireFinite("forces", values);
    return new Labels(energy, Optional.of(values.clone()), stress);
  }

  /** These labels with a stress, nine numbers row by row, in eV/Å³, tensile positive. */
  public Labels withStress(double... values) {
    if (values.length != 9) {
      throw new IllegalArgumentException("a stress has 9 numbers, not " + values.length);
    }
    requireFinite("stress", values);
    return new Labels(energy, forces, Optional.of(values.clone()));
  }

  private static void requireFinite(String what, double... values) {
    if (!Rows.finite(values)) {
      throw new InputException("the " + what + " label is not finite; leave the structure out or correct it");
    }
  }

  /** Returns the energy of the whole structure, in eV. */
  public OptionalDouble energy() {
    return energy;
  }

  /** Returns a copy of the forces, three numbers per atom, in eV/Å. */
  public Optional<double[]> forces() {
    return forces.map(double[]::clone);
  }

  /** Returns a copy of the stress, nine numbers row by row, in eV/Å³. */
  public Optional<double[]> stress() {
    return stress.map(double[]::clone);
  }

  /** Returns whether nothing is known. */
  public boolean isEmpty() {
    return energy.isEmpty() && forces.isEmpty() && stress.isEmpty();
  }

  /** The labels of the structure turned or reflected. */
  Labels turned(Orthogonal transformation) {
    return new Labels(energy, forces.map(transformation::apply), stress.map(transformation::applyToTensor));
  }

  /** The labels of a structure with old atom {@code from[i]} in place i, made of so many copies of this one. */
  Labels picked(int[] from, int copies) {
    var total = energy.isPresent() ? OptionalDouble.of(copies * energy.getAsDouble()) : energy;
    return new Labels(total, forces.map(old -> {
      var picked = new double[3 * from.length];
      for (int i = 0; i < from.length; i++) {
        System.arraycopy(old, 3 * from[i], picked, 3 * i, 3);
      }
      return picked;
    }), stress);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Labels labels
        && energy.equals(labels.energy)
        && Arrays.equals(forces.orElse(null), labels.forces.orElse(null))
        && Arrays.equals(stress.orElse(null), labels.stress.orElse(null));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * energy.hashCode() + Arrays.hashCode(forces.orElse(null))) + Arrays.hashCode(stress.orElse(null));
  }

  @Override
  public String toString() {
    return "Labels[energy " + (energy.isPresent() ? energy.getAsDouble() + " eV" : "unknown")
        + ", forces " + (forces.isPresent() ? "known" : "unknown")
        + ", stress " + (stress.isPresent() ? "known" : "unknown") + "]";
  }
}
