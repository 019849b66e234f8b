package io.noether.dynamics.relax;

/** The algorithm that searches for a minimum. */
public enum Algorithm {
  /**
   * L-BFGS with a line search, begun from a spring between neighbours: {@link Lbfgs}. Needs the fewest force calls near a
   * minimum and far from one.
   */
  LBFGS,
  /**
   * Molecular dynamics that is stopped whenever it goes uphill: {@link Fire}. Uses no energies, so it also goes with
   * forces that are not quite the derivative of the energy.
   */
  FIRE;

  Minimiser newMinimiser(RelaxationObjective objective) {
    return switch (this) {
      case LBFGS -> new Lbfgs(objective);
      case FIRE -> new Fire(objective);
    };
  }
}
