package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Structure;
import io.noether.dynamics.relax.Relaxation;
import io.noether.dynamics.relax.RelaxationListener;
import io.noether.dynamics.vibrations.Vibrations;
import io.noether.testkit.ForceDifferences;
import org.junit.jupiter.api.Test;

/** The vibrations of ethanol by a network that another package trained, against differences of its forces. */
class EthanolTest {
  private static final int[] NUMBERS = {6, 6, 8, 1, 1, 1, 1, 1, 1};
  private static final double[] PLACES =
      {1.17, -0.41, 0, 0, 0.56, 0, -1.19, -0.21, 0, -1.95, 0.38, 0, 2.10, 0.16, 0, 1.14,
          -1.05, 0.89, 1.14, -1.05, -0.89, 0.05, 1.20, 0.89, 0.05, 1.20, -0.89};

  @Test
  void frequenciesAreThoseFromDifferencesOfForces() {
    var potential = SharedModels.ethanol();
    var relaxed = Relaxation.DEFAULT.withMaxForce(1e-6).run(potential, Structure.of(NUMBERS, PLACES),
        RelaxationListener.SILENT);
    assertTrue(relaxed.converged());
    assertTrue(relaxed.last().forceCalls() < 60, relaxed.last().forceCalls() + " force calls");
    var minimum = relaxed.last().structure();
    var vibrations = Vibrations.of(potential, minimum);
    var compared = Vibrations.of(minimum, ForceDifferences.hessian(potential, minimum));
    assertEquals(0, vibrations.imaginary());
    assertEquals(6, vibrations.rigidModes().size());
    vibrations.rigidModes().forEach(m -> assertEquals(0, m.wavenumber(), 1));
    for (int k = 6; k < 27; k++) {
      assertEquals(compared.modes().get(k).wavenumber(), vibrations.modes().get(k).wavenumber(), 0.01, "mode " + k);
    }
    assertEquals(3719, vibrations.modes().getLast().wavenumber(), 5, "the O-H stretch of the trans form");
    assertEquals(2.11, vibrations.zeroPointEnergy(), 0.02);
  }
}
