package io.noether.dynamics.md;

import io.noether.core.Units;
import java.util.random.RandomGenerator;

/**
 * Friction and noise on each atom: dv = -γ v dt + √(2γkT/m) dW, with the splitting BAOAB (Leimkuhler and Matthews, Appl.
 * Math. Res. Express 2013, 34). Momentum is exchanged too, so the
 * system as a whole drifts and turns as it would at temperature T.
 *
 * @param friction γ, 1/fs
 */
public record Langevin(double friction) implements Ensemble {
  /** Checks the range. @throws IllegalArgumentException if the friction is not positive */
  public Langevin {
    Ensemble.positive("friction", friction, "1/fs");
  }

  @Override
  public boolean conservesMomentum() {
    return false;
  }

  /**
   * The step O of the splitting, exact for any time.
   *
   * @param kT eV
   * @return the heat that flowed in, eV
   */
  double exchange(Particles particles, double kT, double time, RandomGenerator random) {
    double before = particles.kineticEnergy();
    double kept = StrictMath.exp(-friction * time);
    double fresh = Math.sqrt((1 - kept * kept) * kT * Units.AMU_A2_FS2_PER_EV);
    for (int atom = 0; atom < particles.size(); atom++) {
      if (particles.isFree(atom)) {
        double speed = fresh / Math.sqrt(particles.mass(atom));
        for (int k = 3 * atom; k < 3 * atom + 3; k++) {
          particles.velocities[k] = kept * particles.velocities[k] + speed * random.nextGaussian();
        }
      }
    }
    return particles.kineticEnergy() - before;
  }
}
