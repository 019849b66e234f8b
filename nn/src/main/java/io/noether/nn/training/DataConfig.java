package io.noether.nn.training;

import io.noether.core.io.LabelKeys;

/**
 * What is read from the data and how it is divided.
 *
 * @param labelKeys which keys of the files are the energy (eV), the forces (eV/Å) and the stress (eV/Å³); those left
 *     open are looked up
 * @param validationFraction share of the structures held out for validation, in 0..0.9; at least one structure is, unless
 *     it is 0
 */
public record DataConfig(LabelKeys labelKeys, double validationFraction) {
  /** Labels are looked up, and a twentieth of the structures are held out. */
  public static final DataConfig DEFAULT = new DataConfig(LabelKeys.USUAL, 0.05);

  /** This with other keys of the labels. */
  public DataConfig withLabelKeys(LabelKeys keys) {
    return new DataConfig(keys, validationFraction);
  }

  /** This with another share of the structures held out for validation. */
  public DataConfig withValidationFraction(double fraction) {
    return new DataConfig(labelKeys, fraction);
  }
}
