package io.noether.dynamics.relax;

import java.util.Optional;

/**
 * FIRE: molecular dynamics steered downhill and stopped when it goes uphill (E. Bitzek, P. Koskinen, F. Gähler, M. Moseler
 * and P. Gumbsch, Phys. Rev. Lett. 97, 170201 (2006)), by the symplectic Euler method as J. Guénolé et al. (Comput. Mater.
 * Sci. 175, 109584 (2020)) advise. All masses are 1, times are in the unit that makes 1 eV/Å move such a mass by 1 Å.
 *
 * <p>A strain counts √N Å: the curvature of the energy is that of N atoms, and so it becomes one like an atom's.
 */
final class Fire implements Minimiser {
  private static final double FIRST_TIME_STEP = 0.1;
  private static final double LONGEST_TIME_STEP = 1;
  private static final int LATENCY = 5; // steps downhill before the time step grows
  private static final double GROWTH = 1.1;
  private static final double SHRINKAGE = 0.5;
  private static final double FIRST_MIXING = 0.1;
  private static final double MIXING_DECAY = 0.99;
  private static final double LONGEST_MOVE = 0.2; // Å

  private final RelaxationObjective objective;
  private final Coordinates coordinates;
  private final double[] units;
  private final double[] velocity;
  private double timeStep = FIRST_TIME_STEP;
  private double mixing = FIRST_MIXING;
  private int downhill;

  Fire(RelaxationObjective objective) {
    this.objective = objective;
    coordinates = objective.coordinates();
    int size = coordinates.start().length;
    velocity = new double[size];
    units = new double[size];
    for (int k = 0; k < size; k++) {
      units[k] = k < coordinates.cellOffset() ? 1 : 1 / Math.sqrt(coordinates.atoms());
    }
  }

  @Override
  public Optional<Point> next(Point point) {
    double[] force = new double[units.length];
    for (int k = 0; k < force.length; k++) {
      force[k] = -units[k] * point.gradient()[k];
    }
    steer(force);
    double[] move = new double[units.length];
    for (int k = 0; k < move.length; k++) {
      velocity[k] += timeStep * force[k];
      move[k] = timeStep * velocity[k] * units[k];
    }
    double strainUnit = 1 / Math.sqrt(coordinates.atoms());
    double shortened = Math.min(1, LONGEST_MOVE / coordinates.size(point.x(), move, strainUnit));
    double[] x = point.x().clone();
    for (int k = 0; k < x.length; k++) {
      x[k] += shortened * move[k];
    }
    return objective.tryAt(x);
  }

  /** v → (1-α) v + α |v| F/|F| downhill; v → 0 uphill. */
  private void steer(double[] force) {
    double power = Vector.dot(force, velocity);
    if (power > 0) {
      double pull = mixing * Vector.length(velocity) / Vector.length(force);
      for (int k = 0; k < velocity.length; k++) {
        velocity[k] = (1 - mixing) * velocity[k] + pull * force[k];
      }
      if (downhill++ > LATENCY) {
        timeStep = Math.min(GROWTH * timeStep, LONGEST_TIME_STEP);
        mixing *= MIXING_DECAY;
      }
    } else if (Vector.length(velocity) > 0) {
      java.util.Arrays.fill(velocity, 0);
      timeStep *= SHRINKAGE;
      mixing = FIRST_MIXING;
      downhill = 0;
    }
  }

  @Override
  public Outcome failure() {
    return Outcome.EXPLODED;
  }
}
