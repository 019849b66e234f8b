package io.noether.dynamics.vibrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import io.noether.core.Units;
import io.noether.dynamics.potentials.Silicon;
import io.noether.dynamics.potentials.StillingerWeber;
import io.noether.testkit.ForceDifferences;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Modes of Hessians that are known. */
class VibrationsTest {
  private static final double DYNE_PER_CM = 1e-5 / 1e-2 * 1e-20 / Units.ELEMENTARY_CHARGE; // in eV/Å²

  /** 1302.79 √(k/μ) cm⁻¹ for k in mdyn/Å and μ in amu is the textbooks' formula. */
  @Test
  void aDiatomicMoleculeHasOneVibrationInAnyOrientation() {
    double mdynPerA = 5.16; // hydrogen chloride
    double stiffness = mdynPerA * 1e5 * DYNE_PER_CM;
    double h = Element.H.mass();
    double cl = Element.Cl.mass();
    double expected = 1302.79 * Math.sqrt(mdynPerA * (h + cl) / (h * cl));
    for (double[] axis : new double[][] {{1, 0, 0}, {0, 0, 1}, {0.6, 0, 0.8}, {2 / 3.0, -1 / 3.0, 2 / 3.0}}) {
      double[] positions = new double[6];
      for (int k = 0; k < 3; k++) {
        positions[3 + k] = 1.27 * axis[k];
      }
      var vibrations = Vibrations.of(Structure.of(new int[] {1, 17}, positions), spring(stiffness, axis));
      assertEquals(5, vibrations.rigidModes().size());
      vibrations.rigidModes().forEach(m -> assertEquals(0, m.wavenumber(), 1e-3));
      Mode stretch = vibrations.modes().getLast();
      assertEquals(expected, stretch.wavenumber(), 0.02);
      assertEquals(0, vibrations.imaginary());
      assertEquals(expected / 2 / 8065.544, vibrations.zeroPointEnergy(), 1e-6);
      assertEquals(expected * 0.0299792458, stretch.frequency(), 1e-3);
      double[] move = stretch.displacement();
      assertEquals(-cl / h, (move[0] + move[1] + move[2]) / (move[3] + move[4] + move[5]), 1e-9, "the centre moves");
      assertEquals(1, Arrays.stream(move).map(v -> v * v).sum(), 1e-12);
      assertEquals((h * cl * cl + cl * h * h) / (h * h + cl * cl), stretch.reducedMass(), 1e-9);
    }
  }

  @Test
  void alongANegativeCurvatureTheFrequencyIsImaginary() {
    var vibrations = Vibrations.of(Structure.of(new int[] {1, 17}, new double[] {0, 0, 0, 1.3, 0, 0}),
        spring(-10, new double[] {1, 0, 0}));
    assertEquals(1, vibrations.imaginary());
    assertTrue(vibrations.modes().getFirst().isImaginary());
    assertTrue(vibrations.modes().getFirst().wavenumber() < -1000);
    assertEquals(0, vibrations.zeroPointEnergy());
  }

  /** The optical phonon of this potential at Gamma is at 17.8 THz (three times degenerate), too high by 2 THz. */
  @Test
  void siliconHasThreeAcousticAndThreeDegenerateOpticalPhononsAtGamma() {
    double half = Silicon.LATTICE / 2;
    var primitive = Structure.of(new int[] {14, 14}, new double[] {0, 0, 0, half / 2, half / 2, half / 2},
        Cell.of(0, half, half, half, 0, half, half, half, 0));
    var vibrations = Vibrations.of(primitive, ForceDifferences.hessian(new StillingerWeber(), primitive));
    assertEquals(3, vibrations.rigidModes().size());
    vibrations.rigidModes().forEach(m -> assertEquals(0, m.wavenumber(), 0.1));
    for (int k = 3; k < 6; k++) {
      assertEquals(17.8, vibrations.modes().get(k).frequency(), 0.1);
    }
  }

  @Test
  void rigidMotionsAreCountedForWhatRepeatsAndForWhatIsStraight() {
    assertEquals(3, motions(new double[] {1, 2, 3}, Cell.isolated()));
    assertEquals(5, motions(new double[] {1, 2, 3, 2, 4, 5}, Cell.isolated()));
    assertEquals(5, motions(new double[] {0, 0, 0, 1, 1, 1, 2.3, 2.3, 2.3001}, Cell.isolated()));
    assertEquals(6, motions(new double[] {0, 0, 0, 1, 0, 0, 0, 1, 0}, Cell.isolated()));
    double[] helix = {1, 0, 0, 0, 1, 1, -1, 0, 2};
    double[] lattice = {0, 0, 0, 0, 0, 0, 0, 0, 3};
    assertEquals(4, motions(helix, Cell.of(lattice, new Periodicity(false, false, true))));
    assertEquals(3, motions(new double[] {0, 0, 0, 0, 0, 1.4}, Cell.of(lattice, new Periodicity(false, false, true))));
    assertEquals(3,
        motions(helix, Cell.of(new double[] {9, 0, 0, 0, 9, 0, 0, 0, 9}, new Periodicity(true, true, false))));
    assertEquals(3, motions(helix, Cell.box(9, 9, 9)));
  }

  private static int motions(double[] positions, Cell cell) {
    int[] numbers = new int[positions.length / 3];
    Arrays.fill(numbers, 6);
    var structure = Structure.of(numbers, positions, cell);
    return Vibrations.of(structure, new double[9 * numbers.length * numbers.length]).rigidModes().size();
  }

  private static double[] spring(double stiffness, double[] axis) {
    double[] hessian = new double[36];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        hessian[6 * i + j] = (i / 3 == j / 3 ? 1 : -1) * stiffness * axis[i % 3] * axis[j % 3];
      }
    }
    return hessian;
  }
}
