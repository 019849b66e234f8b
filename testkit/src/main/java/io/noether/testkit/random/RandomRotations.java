package io.noether.testkit.random;

import io.noether.core.geometry.Orthogonal;
import java.util.random.RandomGenerator;

/** Random changes of the frame of reference. The same state of the generator gives the same ones. */
public final class RandomRotations {
  private RandomRotations() {}

  /** A rotation, uniform over all rotations. */
  public static Orthogonal rotation(RandomGenerator random) {
    return Orthogonal.randomRotation(random);
  }

  /** A rotation with a reflection (determinant -1), uniform over all of these. */
  public static Orthogonal reflection(RandomGenerator random) {
    return Orthogonal.randomRotation(random).then(Orthogonal.inversion());
  }

  /** A displacement with a uniform direction, its length uniform in [0, longest) Å; three components. */
  public static double[] displacement(RandomGenerator random, double longest) {
    double[] by = direction(random);
    double length = longest * random.nextDouble();
    for (int k = 0; k < 3; k++) {
      by[k] *= length;
    }
    return by;
  }

  /** A unit vector with a uniform direction. */
  public static double[] direction(RandomGenerator random) {
    return Orthogonal.randomRotation(random).apply(0, 0, 1);
  }
}
