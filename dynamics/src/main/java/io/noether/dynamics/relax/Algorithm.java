package io.noether.dynamics.relax;

/** How a minimum is looked for. */
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

  Minimiser newMinimiser(Landscape landscape) {
    return switch (this) {
      case LBFGS -> new Lbfgs(landscape);
      case FIRE -> new Fire(landscape);
    };
  }
}
