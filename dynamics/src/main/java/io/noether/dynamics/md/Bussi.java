package io.noether.dynamics.md;

import java.util.random.RandomGenerator;

/**
 * Stochastic velocity rescaling (Bussi, Donadio and Parrinello, J. Chem. Phys. 126, 014101 (2007)): after each step of
 * velocity Verlet all velocities are multiplied by one number, such that the kinetic energy takes its canonical
 * distribution with the memory τ. Directions, and so diffusion, are hardly touched.
 *
 * @param tau τ, fs
 */
public record Bussi(double tau) implements Ensemble {
  /** Checks the range. @throws IllegalArgumentException if the time is not positive */
  public Bussi {
    Ensemble.positive("time constant of the thermostat", tau, "fs");
  }

  /**
   * Rescales: eqs A7 and A8 of the paper, exact for any time.
   *
   * @param degrees of freedom, at least 1
   * @param kT eV
   * @return the heat that flowed in, eV
   */
  double exchange(Particles particles, int degrees, double kT, double time, RandomGenerator random) {
    double kinetic = particles.kineticEnergy();
    if (kinetic == 0) {
      return 0; // nothing to multiply
    }
    double first = random.nextGaussian();
    double others = 0;
    for (int k = 1; k < degrees; k++) {
      double r = random.nextGaussian();
      others += r * r;
    }
    double c = StrictMath.exp(-time / tau);
    double share = (1 - c) * kT / (2 * kinetic); // (1 - c) K̄ / (N_f K)
    double cross = Math.sqrt(c * share);
    double square = c + share * (first * first + others) + 2 * cross * first;
    double factor = Math.sqrt(square) * (Math.sqrt(c) + Math.sqrt(share) * first < 0 ? -1 : 1);
    particles.scaleVelocities(factor);
    return particles.kineticEnergy() - kinetic;
  }
}
