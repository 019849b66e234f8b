package io.noether.nn.laws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.core.Potential;
import io.noether.testkit.Laws;
import io.noether.testkit.PotentialContract;
import io.noether.testkit.Tolerance;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network with one symmetry removed breaks the laws that rest on that symmetry, and no others. */
class LeakyNetworkTest {
  private static final Set<String> MIRROR = Set.of("aReflectionLeavesTheEnergyAlone", "forcesTurnWithAReflection",
      "stressTurnsWithTheCrystal");
  private static final Set<String> ROTATION = Set.of("aRotationLeavesTheEnergyAlone", "forcesTurnWithARotation",
      "aReflectionLeavesTheEnergyAlone", "forcesTurnWithAReflection", "stressTurnsWithTheCrystal",
      "aMoleculeFeelsNoTorque");

  @Test
  void aSoundNetworkObeysEveryLaw() {
    for (Precision precision : Precision.values()) {
      assertEquals(new Laws.Verdict(Set.of(), Map.of()), Laws.judge(contract(LeakyNetwork.Leak.NONE, precision)));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"VECTOR_COMPONENT", "NONLINEAR_VECTOR", "VECTOR_BIAS"})
  void componentsOfVectorsBreakRotations(LeakyNetwork.Leak leak) {
    assertEquals(new TreeSet<>(ROTATION), broken(leak, Precision.FLOAT64));
    assertEquals(new TreeSet<>(ROTATION), broken(leak, Precision.FLOAT32));
  }

  @ParameterizedTest
  @EnumSource(names = {"PSEUDOSCALAR", "MATRIX_PRODUCT"})
  void handednessBreaksReflections(LeakyNetwork.Leak leak) {
    assertEquals(new TreeSet<>(MIRROR), broken(leak, Precision.FLOAT64));
    assertEquals(new TreeSet<>(MIRROR), broken(leak, Precision.FLOAT32));
  }

  @Test
  void aMissingCutoffFunctionBreaksContinuity() {
    assertEquals(Set.of("aPairFadesOutSmoothlyTowardsTheCutoff", "energyAndForcesAreContinuousAcrossTheCutoff"),
        broken(LeakyNetwork.Leak.NO_CUTOFF, Precision.FLOAT64));
  }

  @Test
  void aSumOverTheBatchCouplesWhatIsApart() {
    var broken = broken(LeakyNetwork.Leak.BATCH_SUM, Precision.FLOAT64);
    assertTrue(broken.containsAll(Set.of("structuresInABatchDoNotFeelEachOther", "distantMoleculesAddUp",
        "anIsolatedAtomFeelsNothing", "aSupercellRepeatsTheEnergyAndTheForces")), broken::toString);
  }

  private static Set<String> broken(LeakyNetwork.Leak leak, Precision precision) {
    return Laws.broken(contract(leak, precision));
  }

  private static PotentialContract contract(LeakyNetwork.Leak leak, Precision precision) {
    Potential potential = RandomModel.potential(new LeakyNetwork(leak), 1, precision);
    return new PotentialContract() {
      @Override
      public Potential potential() {
        return potential;
      }

      @Override
      public Tolerance tolerance() {
        return precision == Precision.FLOAT64 ? Tolerance.FLOAT64 : Tolerance.FLOAT32;
      }
    };
  }
}
