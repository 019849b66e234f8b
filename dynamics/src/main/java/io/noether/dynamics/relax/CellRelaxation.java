package io.noether.dynamics.relax;

import java.util.OptionalDouble;

/**
 * How the cell is relaxed together with the atoms: by symmetric strains, so that it does not turn.
 *
 * @param pressure the pressure that acts on the cell from outside, eV/Å³
 * @param maxStress how far the stress may be from that pressure: the longest row of σ + p·1, eV/Å³, positive. By
 *     default maxForce · atoms / volume, which is what ASE's FrechetCellFilter asks for
 */
public record CellRelaxation(double pressure, OptionalDouble maxStress) {
  /** Relaxation without pressure, until the stress is as small as the forces. */
  public static final CellRelaxation FREE = new CellRelaxation(0, OptionalDouble.empty());

  /** Checks the ranges. @throws IllegalArgumentException if a number is out of range */
  public CellRelaxation {
    if (!Double.isFinite(pressure)) {
      throw new IllegalArgumentException("a pressure of " + pressure);
    }
    if (maxStress.isPresent() && !(maxStress.getAsDouble() > 0)) {
      throw new IllegalArgumentException("a stress of at most " + maxStress.getAsDouble());
    }
  }
}
