package io.noether.testkit;

import io.noether.core.Prediction;
import java.util.List;

/** The limit of predictions as a path comes to a point from one side, by a cubic through four equidistant ones. */
final class OneSided {
  private static final double[] WEIGHTS = {4, -6, 4, -1}; // the cubic's value one step before the first point

  /** Distance of neighbouring points, Å: short, since some networks have features as sharp as 1e-4 Å. */
  static final double STEP = 1e-5;

  /** Predictions needed, at distances 1, 2, ... steps from the point. */
  static final int POINTS = WEIGHTS.length;

  /** By how much rounding of the predictions may grow in the limit. */
  static final double NOISE = 15; // sum of the magnitudes of the weights

  private OneSided() {}

  /**
   * The limit of energy and forces.
   *
   * @param path predictions, the nearest to the point first
   */
  static Prediction limit(List<Prediction> path) {
    double energy = 0;
    double[] forces = new double[path.getFirst().forces().length];
    for (int k = 0; k < POINTS; k++) {
      energy += WEIGHTS[k] * path.get(k).energy();
      forces = ArrayMath.along(forces, WEIGHTS[k], path.get(k).forces());
    }
    return Prediction.of(energy, forces);
  }
}
