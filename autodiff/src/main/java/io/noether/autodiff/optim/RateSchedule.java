package io.noether.autodiff.optim;

/**
 * How the learning rate changes. Every kind starts with a linear warm-up.
 *
 * @param kind the shape after the warm-up
 * @param warmupSteps steps of the warm-up, at least 0
 * @param finalFraction cosine: the last learning rate over the peak, in 0..1
 * @param factor plateau: what the rate is multiplied with, in 0..1
 * @param patience plateau: validations without a better score before that happens, at least 1
 */
public record RateSchedule(Kind kind, int warmupSteps, double finalFraction, double factor, int patience) {
  /** The shape after the warm-up. */
  public enum Kind {
    /**
     * Half a cosine over the whole budget: over epochs if they are limited, otherwise over steps if they are limited,
     * otherwise over the time limit.
     */
    COSINE,
    /** The rate falls when validation stops improving. */
    PLATEAU,
    /** The rate stays as it is. */
    CONSTANT
  }

  /** The rate stays as it is, from the first step on. */
  public static final RateSchedule CONSTANT = new RateSchedule(Kind.CONSTANT, 0, 0, 0.8, 25);
  /** Half a cosine down to zero, without a warm-up. */
  public static final RateSchedule COSINE = new RateSchedule(Kind.COSINE, 0, 0, 0.8, 25);

  /** This with another number of warm-up steps. */
  public RateSchedule withWarmupSteps(int steps) {
    return new RateSchedule(kind, steps, finalFraction, factor, patience);
  }

  /** This with another shape. */
  public RateSchedule withKind(Kind other) {
    return new RateSchedule(other, warmupSteps, finalFraction, factor, patience);
  }

  /**
   * The rate of a step.
   *
   * @param peak the rate that everything is a fraction of
   * @param step steps before this one
   * @param used share of the budget that is used up, 0..1
   * @param plateau what the plateau kind remembers
   */
  public double rate(double peak, long step, double used, Plateau plateau) {
    double warm = Math.min(1, (step + 1.0) / (warmupSteps + 1.0));
    return peak * warm * switch (kind) {
      case COSINE -> finalFraction
          + (1 - finalFraction) * 0.5 * (1 + Math.cos(Math.PI * Math.clamp(used, 0.0, 1.0)));
      case PLATEAU -> plateau.factor();
      case CONSTANT -> 1;
    };
  }

  /**
   * What the plateau kind remembers after a validation.
   *
   * @param before what it remembered
   * @param score the validation's score; less is better
   */
  public Plateau after(Plateau before, double score) {
    if (score < before.best()) {
      return new Plateau(before.factor(), score, 0);
    }
    return before.waited() + 1 >= patience ? new Plateau(before.factor() * factor, before.best(), 0)
        : new Plateau(before.factor(), before.best(), before.waited() + 1);
  }
}
