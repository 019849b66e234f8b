package io.noether.dynamics.relax;

import java.util.OptionalDouble;

/**
 * That the cell is relaxed with the atoms, by symmetric strains; it does not turn.
 *
 * @param pressure that acts on it from outside, eV/Å³
 * @param maxStress how far the stress may be from that pressure: the longest row of σ + p·1, eV/Å³, positive. By
 *     default maxForce · atoms / volume, which is what ASE's FrechetCellFilter asks for
 */
public record CellRelaxation(double pressure, OptionalDouble maxStress) {
  /** Without pressure, until the stress is as small as the forces. */
  public static final CellRelaxation FREE = new CellRelaxation(0, OptionalDouble.empty());

  /** Checks. @throws IllegalArgumentException saying what does not fit */
  public CellRelaxation {
    if (!Double.isFinite(pressure)) {
      throw new IllegalArgumentException("a pressure of " + pressure);
    }
    if (maxStress.isPresent() && !(maxStress.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a stress of at most " + maxStress.getAsDouble());
    }
  }
}
