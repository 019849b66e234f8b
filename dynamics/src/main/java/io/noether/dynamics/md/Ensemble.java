package io.noether.dynamics.md;

/** What a system exchanges with its surroundings: energy, momentum, volume or nothing. */
public sealed interface Ensemble permits Nve, Langevin, Bussi, Npt {
  /** Returns whether the total momentum stays zero, and of molecules the angular momentum too. */
  default boolean conservesMomentum() {
    return true;
  }

  /** Returns a number that must be positive. @throws IllegalArgumentException if it is not */
  static double positive(String what, double value, String unit) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the " + what + " must be positive, not " + value + " " + unit);
    }
    return value;
  }
}
