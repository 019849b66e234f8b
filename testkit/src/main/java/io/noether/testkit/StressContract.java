package io.noether.testkit;

import io.noether.core.Prediction;
import io.noether.core.geometry.Orthogonal;
import io.noether.testkit.random.RandomRotations;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Stress is (1/V) dE/dstrain of a crystal, tensile positive, a symmetric tensor; other structures have none. A potential
 * that never gives a stress skips these laws.
 */
public interface StressContract extends PotentialUnderTest {
  /** A structure has a stress if and only if it repeats in all three directions. */
  @Test
  default void onlyCrystalsHaveAStress() {
    var law = new Law("a structure has a stress just when it is periodic in all three directions", this);
    List<TrialStructure> samples = TrialStructures.all(this);
    if (samples.stream().allMatch(sample -> law.predict(sample.structure()).stress().isEmpty())) {
      throw law.skipped("the potential gives no stress");
    }
    for (TrialStructure sample : samples) {
      boolean found = law.predict(sample.structure()).stress().isPresent();
      boolean expected = sample.structure().periodicity().all();
      law.compare(sample, "presence of a stress", found == expected ? 0 : 1, 0);
    }
    law.holds();
  }

  /** stress_ab = stress_ba. */
  @Test
  default void stressIsSymmetric() {
    var law = new Law("stress is symmetric", this);
    for (TrialStructure sample : law.withStress(TrialStructures.crystals(this))) {
      Prediction p = law.predict(sample.structure());
      double[] s = p.stress().orElseThrow();
      double[] transposed = {s[0], s[3], s[6], s[1], s[4], s[7], s[2], s[5], s[8]};
      law.sameStress(sample, p.stress(), Optional.of(transposed), law.allowed(sample.structure(), p));
    }
    law.holds();
  }

  /** stress(QR) = Q stress(R) Qᵀ for every rotation and reflection Q. */
  @Test
  default void stressTurnsWithTheCrystal() {
    var law = new Law("stress turns with the crystal", this);
    for (TrialStructure sample : law.withStress(TrialStructures.crystals(this))) {
      Prediction before = law.predict(sample.structure());
      List<Orthogonal> turns =
          List.of(RandomRotations.rotation(sample.random()), RandomRotations.reflection(sample.random()));
      for (var turn : turns) {
        Prediction after = law.predict(sample.structure().rotated(turn));
        law.sameStress(sample, after.stress(), before.stress().map(turn::applyToTensor),
            law.allowed(sample.structure(), before));
      }
    }
    law.holds();
  }

  /** V·stress = dE/dstrain, every component, by differences of the energy. Pairs at the cutoff itself, if there is one, are avoided. */
  @Test
  default void stressIsTheDerivativeOfTheEnergyByStrain() {
    var law = new Law("stress is the derivative of the energy by strain over the volume", this);
    double reach = law.reach();
    double step = tolerance().step() / reach; // then no pair within reach moves by more than the step
    for (TrialStructure sample : law.withStress(TrialStructures.crystalsOffTheCutoff(this, law.optionalCutoff()))) {
      Prediction p = law.predict(sample.structure());
      double[] stress = p.stress().orElseThrow();
      double volume = sample.structure().cell().volume();
      double allowed = reach * sample.size() * law.allowed(sample.structure(), p).slope() / volume;
      for (int a = 0; a < 3; a++) {
        for (int b = a; b < 3; b++) {
          double[] strain = new double[9];
          strain[3 * a + b] += 0.5;
          strain[3 * b + a] += 0.5;
          double slope = law.slope(t -> sample.strained(t, strain), step);
          double found = 0.5 * (stress[3 * a + b] + stress[3 * b + a]);
          String what = "stress " + "xyz".charAt(a) + "xyz".charAt(b) + " (eV/Å³)";
          law.compare(sample, what, found - slope / volume, allowed);
        }
      }
    }
    law.holds();
  }
}
