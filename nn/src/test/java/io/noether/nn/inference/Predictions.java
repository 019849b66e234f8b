package io.noether.nn.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.core.Prediction;
import java.util.Arrays;

/** Compares predictions. */
final class Predictions {
  private Predictions() {}

  /**
   * All numbers agree: atomic energies and the energy's part of one atom to {@code relative} of an eV or of the
   * largest, forces and stress to {@code relative} of the largest force.
   */
  static void assertClose(Prediction expected, Prediction actual, double relative) {
    double energy = Math.max(1, largest(expected.atomicEnergies().orElseThrow())) * relative;
    double force = Math.max(1, largest(expected.forces())) * relative;
    assertEquals(expected.energy(), actual.energy(), energy * expected.atomicEnergies().orElseThrow().length, "energy");
    assertArrayEquals(expected.atomicEnergies().orElseThrow(), actual.atomicEnergies().orElseThrow(), energy,
        "atomic energies");
    assertArrayEquals(expected.forces(), actual.forces(), force, "forces");
    assertEquals(expected.stress().isPresent(), actual.stress().isPresent(), "stress");
    expected.stress().ifPresent(s -> assertArrayEquals(s, actual.stress().orElseThrow(), force, "stress"));
  }

  /** All numbers have the same bits. */
  static void assertSame(Prediction expected, Prediction actual) {
    assertClose(expected, actual, 0);
  }

  /** Whether some force has other bits. */
  static boolean differ(Prediction a, Prediction b) {
    return !Arrays.equals(a.forces(), b.forces());
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
