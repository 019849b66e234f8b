package io.noether.dynamics.md;

/** What a system exchanges with its surroundings. */
public sealed interface Ensemble permits Nve, Langevin, Bussi, Npt {
  /** Whether the total momentum, and of molecules the angular momentum, stay zero. */
  default boolean conservesMomentum() {
    return true;
  }

  /** A number that must be positive. */
  static double positive(String what, double value, String unit) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the " + what + " must be positive, not " + value + " " + unit);
    }
    return value;
  }
}
