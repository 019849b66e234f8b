package io.noether.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Element;
import io.noether.core.HessianPotential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every law of Hessians is broken once, by little, and the contract's method must notice. */
class HessianMutantsTest {
  private static final double LITTLE = 1e-6;
  private static final HessianPotential SOUND = new MorsePotential(3.5, MorsePotential.Fade.SMOOTHER);

  /** What is changed in one Hessian. */
  private interface Change {
    void of(Structure s, double[] hessian);
  }

  private record Mutant(Change change) implements HessianPotential {
    @Override
    public double[] hessian(Structure structure) {
      double[] hessian = SOUND.hessian(structure);
      change.of(structure, hessian);
      return hessian;
    }

    @Override
    public List<Prediction> predict(List<Structure> structures) {
      return SOUND.predict(structures);
    }

    @Override
    public List<Element> elements() {
      return SOUND.elements();
    }
  }

  /** A change that breaks each law, by the law's method; the others may break too. */
  private static final Map<String, Change> CHANGES = Map.of(
      "theHessianIsSymmetric", (s, h) -> h[1] += LITTLE,
      "aTranslationChangesNoForce", (s, h) -> h[0] += LITTLE,
      "theHessianTurnsWithTheStructure", (s, h) -> h[0] *= 1 + LITTLE,
      "relabellingAtomsRelabelsTheHessian", (s, h) -> h[h.length - 1] += LITTLE,
      "theHessianIsMinusTheDerivativeOfForces", (s, h) -> {
        for (int k = 0; k < h.length; k++) {
          h[k] *= 1 + LITTLE;
        }
      });

  private static Iterable<String> laws() {
    return CHANGES.keySet();
  }

  @ParameterizedTest
  @MethodSource("laws")
  void everyBrokenLawIsNoticed(String law) {
    var contract = contract(new Mutant(CHANGES.get(law)));
    assertThrows(AssertionError.class, () -> Laws.check(law, contract));
  }

  @Test
  void everyLawHasItsMutant() {
    assertEquals(Laws.of(HessianContract.class), CHANGES.keySet());
  }

  @Test
  void aHessianOfTheWrongScaleBreaksThatLawAlone() {
    String law = "theHessianIsMinusTheDerivativeOfForces";
    assertEquals(Set.of(law), Laws.broken(contract(new Mutant(CHANGES.get(law)))));
  }

  @Test
  void numbersThatAreMissingOrNotFiniteAreNamed() {
    var failure = assertThrows(AssertionError.class,
        () -> Laws.check("theHessianIsSymmetric", contract(new Mutant((s, h) -> h[h.length - 1] = Double.NaN))));
    assertTrue(failure.getMessage().contains("Hessian, row 5 column 5 is NaN"), failure::getMessage);
  }

  private static HessianContract contract(HessianPotential potential) {
    return () -> potential;
  }
}
