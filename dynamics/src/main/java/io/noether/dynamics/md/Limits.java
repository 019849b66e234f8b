package io.noether.dynamics.md;

import io.noether.core.Prediction;
import io.noether.core.Structure;

/**
 * Limits beyond which dynamics has left what a potential can describe, so that a run stops.
 *
 * @param force largest force on an atom, eV/Å
 * @param temperature highest temperature of the system, K
 * @param move longest move of an atom in one step, Å
 */
public record Limits(double force, double temperature, double move) {
  /** Limits of 200 eV/Å, 20,000 K and 0.5 Å. */
  public static final Limits DEFAULT = new Limits(200, 20_000, 0.5);

  /** Checks the limits. @throws IllegalArgumentException if one is not positive */
  public Limits {
    if (!(force > 0 && temperature > 0 && move > 0)) {
      throw new IllegalArgumentException("limits must be positive: " + force + " eV/Å, " + temperature + " K, " + move
          + " Å");
    }
  }

  void checkForces(Structure structure, Prediction prediction, long step) {
    if (!Double.isFinite(prediction.energy())) {
      throw new ExplosionException(step, "the energy is " + prediction.energy());
    }
    double[] forces = prediction.forces();
    int worst = worst(forces, force);
    if (worst >= 0) {
      throw new ExplosionException(step, "the force on " + name(structure, worst) + " is " + length(forces, worst, 1)
          + " eV/Å, beyond the limit of " + force);
    }
  }

  void checkMoves(Particles particles, double timestep, long step) {
    int worst = worst(particles.velocities, move / timestep);
    if (worst >= 0) {
      throw new ExplosionException(step, name(particles.structure(), worst) + " would move by "
          + length(particles.velocities, worst, timestep) + " Å in one step, beyond the limit of " + move);
    }
  }

  void checkTemperature(double kelvin, long step) {
    if (!(kelvin <= temperature)) {
      throw new ExplosionException(step, "the temperature is %.4g K, beyond the limit of %s".formatted(kelvin,
          temperature));
    }
  }

  /** The first atom whose vector is too long, or not a number; -1 if there is none. */
  private static int worst(double[] vectors, double limit) {
    for (int k = 0; k < vectors.length; k += 3) {
      double square = vectors[k] * vectors[k] + vectors[k + 1] * vectors[k + 1] + vectors[k + 2] * vectors[k + 2];
      if (!(square <= limit * limit)) {
        return k / 3;
      }
    }
    return -1;
  }

  private static String name(Structure structure, int atom) {
    return "atom " + (atom + 1) + " (" + structure.element(atom) + ")";
  }

  private static String length(double[] vectors, int atom, double factor) {
    double x = vectors[3 * atom];
    double y = vectors[3 * atom + 1];
    double z = vectors[3 * atom + 2];
    return "%.4g".formatted(factor * Math.sqrt(x * x + y * y + z * z));
  }
}
