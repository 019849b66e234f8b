package io.noether.testkit;

import java.util.function.UnaryOperator;

/**
 * The derivative of a smooth function of one number from its values: central differences at a step halved again and
 * again, extrapolated to a step of zero, and of all extrapolations the one that agrees best with its neighbours
 * (C. J. F. Ridders, Adv. Eng. Software 4, 75 (1982)).
 */
final class Differences {
  private Differences() {}

  /**
   * The derivative at 0.
   *
   * @param function values at many points at once
   * @param step the largest step
   * @param halvings how often the step is halved, at least once
   */
  static double atZero(UnaryOperator<double[]> function, double step, int halvings) {
    double[] points = points(step, halvings);
    return atZero(points, function.apply(points));
  }

  /** The points at which values are needed: each step to the right and to the left, the largest first. */
  static double[] points(double step, int halvings) {
    double[] points = new double[2 * (halvings + 1)];
    for (int k = 0; k <= halvings; k++) {
      points[2 * k] = step / (1 << k);
      points[2 * k + 1] = -points[2 * k];
    }
    return points;
  }

  /**
   * The derivative at 0.
   *
   * @param points as {@link #points} gives them
   * @param values of the function at these points
   */
  static double atZero(double[] points, double[] values) {
    int levels = points.length / 2;
    double[] row = new double[levels];
    for (int k = 0; k < levels; k++) {
      row[k] = (values[2 * k] - values[2 * k + 1]) / (2 * points[2 * k]);
    }
    double best = Double.NaN;
    double bestError = Double.POSITIVE_INFINITY;
    double factor = 1;
    for (int order = 1; order < levels; order++) {
      factor *= 4;
      for (int k = levels - 1; k >= order; k--) {
        double extrapolated = row[k] + (row[k] - row[k - 1]) / (factor - 1);
        double error = Math.max(Math.abs(extrapolated - row[k]), Math.abs(extrapolated - row[k - 1]));
        if (error < bestError) {
          bestError = error;
          best = extrapolated;
        }
        row[k] = extrapolated;
      }
    }
    return best;
  }
}
