package io.noether.autodiff.tables;

/**
 * Equally spaced knots, counted so that the last one lies at the end. The end is a float32 number and the spacing a
 * power of two, so every knot is exact in float32, and so is the place of any float32 number within its interval:
 * interpolation adds no rounding to the variable's own.
 *
 * @param end the last knot
 * @param spacing a power of two
 * @param intervals between knots, at least 1
 */
record Knots(double end, double spacing, int intervals) {
  /** At least so many intervals, less than twice as many; they start up to a spacing after {@code from}. */
  static Knots of(double from, double to, int atLeast) {
    double end = (float) to < to ? Math.nextUp((float) to) : (float) to;
    double spacing = Math.scalb(1.0, Math.getExponent((end - from) / atLeast));
    return new Knots(end, spacing, (int) ((end - from) / spacing));
  }

  Knots halved() {
    return new Knots(end, spacing / 2, 2 * intervals);
  }

  double start() {
    return position(0);
  }

  double position(int knot) {
    return end - (intervals - knot) * spacing;
  }

  /** Rows of a table: the intervals, and zeros for what lies beyond the end. */
  int rows() {
    return intervals + 1;
  }

  /** The row for a value: the interval around it, the first for what lies before, the last row beyond the end. */
  int row(double value) {
    return value > end ? intervals : Math.clamp((long) ((value - start()) / spacing), 0, intervals - 1);
  }
}
