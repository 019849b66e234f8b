package io.noether.dynamics.md;

import java.util.OptionalDouble;

/**
 * The state of a system in a few numbers.
 *
 * @param step how many steps were made
 * @param time fs
 * @param potential energy, eV
 * @param kinetic energy, eV
 * @param temperature 2K/(N_f k), K; zero if nothing can move
 * @param pressure 2K/3V - dU/dV, eV/Å³, of a fully periodic system
 * @param volume Å³, of a fully periodic system
 * @param conserved K + U + h²/24 Σ F²/m, with the timestep h, less what thermostat and barostat have put in, eV: changes
 *     by errors of integration alone. The third term is what velocity Verlet needs to conserve the sum on average
 */
public record Thermo(long step, double time, double potential, double kinetic, double temperature,
    OptionalDouble pressure, OptionalDouble volume, double conserved) {
  /** Returns the sum of potential and kinetic energy, eV. */
  public double total() {
    return potential + kinetic;
  }
}
