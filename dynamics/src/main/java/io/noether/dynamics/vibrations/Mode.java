package io.noether.dynamics.vibrations;

import io.noether.core.Units;

/**
 * A normal mode.
 *
 * @param wavenumber cm⁻¹; negative for an imaginary frequency, along which the energy falls
 * @param rigid whether it is a motion of the whole structure, whose frequency would be zero at an exact minimum
 * @param reducedMass of the displacement as it is given here, amu
 * @param displacement how far each atom moves along x, y and z, in all of length 1; the largest component is positive
 */
public record Mode(double wavenumber, boolean rigid, double reducedMass, double[] displacement) {
  /** Returns Planck's constant times the frequency, eV. It is negative if the frequency is imaginary. */
  public double energy() {
    return Units.EV_PER_INVERSE_CM * wavenumber;
  }

  /** Returns the frequency, THz. It is negative if the frequency is imaginary. */
  public double frequency() {
    return Units.THZ_PER_INVERSE_CM * wavenumber;
  }

  /** Returns whether the energy falls along this mode, so that the structure is at no minimum. */
  public boolean isImaginary() {
    return !rigid && wavenumber < 0;
  }
}
