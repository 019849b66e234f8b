package io.noether.autodiff.optim;

/**
 * What the plateau schedule remembers.
 *
 * @param factor what the peak rate is multiplied with now
 * @param best lowest validation score seen
 * @param waited validations since then, or since the last reduction
 */
public record Plateau(double factor, double best, int waited) {
  /** Before the first validation. */
  public static final Plateau START = new Plateau(1, Double.POSITIVE_INFINITY, 0);
}
