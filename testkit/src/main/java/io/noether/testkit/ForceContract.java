package io.noether.testkit;

import io.noether.core.Prediction;
import io.noether.core.geometry.Orthogonal;
import io.noether.core.geometry.Permutation;
import io.noether.testkit.random.RandomRotations;
import org.junit.jupiter.api.Test;

/**
 * Forces are the exact negative gradient of the energy, turn with the structure, and have no resultant, nor a torque
 * on a molecule.
 */
public interface ForceContract extends PotentialUnderTest {
  /** F(QR) = Q F(R) for every rotation Q. */
  @Test
  default void forcesTurnWithARotation() {
    var law = new Law("forces turn with a rotation of the structure", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      compareTurned(law, sample, RandomRotations.rotation(sample.random()));
    }
    law.holds();
  }

  /** F(QR) = Q F(R) for every rotation followed by a reflection. */
  @Test
  default void forcesTurnWithAReflection() {
    var law = new Law("forces turn with a reflection of the structure", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      compareTurned(law, sample, RandomRotations.reflection(sample.random()));
    }
    law.holds();
  }

  /** F(R + t) = F(R). */
  @Test
  default void aTranslationLeavesForcesAlone() {
    var law = new Law("a translation leaves forces alone", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      double[] by = RandomRotations.displacement(sample.random(), 5);
      Prediction before = law.predict(sample.structure());
      Prediction after = law.predict(sample.structure().translated(by[0], by[1], by[2]));
      law.sameForces(sample, after, before.forces(), law.allowed(sample.structure(), before));
    }
    law.holds();
  }

  /** Atoms listed in another order have the same forces, each its own. */
  @Test
  default void relabellingAtomsRelabelsForces() {
    var law = new Law("relabelling atoms relabels their forces", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      var order = Permutation.random(sample.size(), sample.random());
      Prediction before = law.predict(sample.structure());
      Prediction after = law.predict(sample.structure().permuted(order));
      Allowed allowed = law.allowed(sample.structure(), before);
      law.sameForces(sample, after, order.applyToRows(before.forces()), allowed);
    }
    law.holds();
  }

  /**
   * F = -dE/dR, every component, by differences of the energy. Pairs at the cutoff itself, if there is one, are avoided.
   *
   * <p>Single precision allows no steps below 1e-3 Å. A network may turn more sharply than that where the norm of one
   * of its vectors almost vanishes, and then fails here in one structure in some hundreds: judge by double precision.
   */
  @Test
  default void forcesAreMinusTheGradientOfTheEnergy() {
    var law = new Law("forces are minus the gradient of the energy", this);
    for (TrialStructure sample : TrialStructures.allOffTheCutoff(this, law.optionalCutoff())) {
      Prediction p = law.predict(sample.structure());
      double allowed = law.allowed(sample.structure(), p).slope();
      for (int k = 0; k < 3 * sample.size(); k++) {
        double[] direction = new double[3 * sample.size()];
        direction[k] = 1;
        double slope = law.slope(t -> sample.moved(t, direction), tolerance().step());
        String what = "force on atom " + k / 3 + " along " + "xyz".charAt(k % 3) + " (eV/Å)";
        law.compare(sample, what, p.forces()[k] + slope, allowed);
      }
    }
    law.holds();
  }

  /** Forces on all atoms add up to nothing. */
  @Test
  default void forcesAddUpToZero() {
    var law = new Law("forces add up to zero", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      Prediction p = law.predict(sample.structure());
      double[] total = new double[3];
      for (int k = 0; k < p.forces().length; k++) {
        total[k % 3] += p.forces()[k];
      }
      double allowed = sample.size() * law.allowed(sample.structure(), p).force();
      law.compare(sample, "total force (eV/Å)", ArrayMath.largest(total), allowed);
    }
    law.holds();
  }

  /** Forces on a molecule have no torque. */
  @Test
  default void aMoleculeFeelsNoTorque() {
    var law = new Law("a molecule feels no torque", this);
    for (TrialStructure sample : TrialStructures.molecules(this)) {
      Prediction p = law.predict(sample.structure());
      double[] r = sample.structure().positions();
      double[] torque = new double[3];
      for (int i = 0; i < sample.size(); i++) {
        for (int a = 0; a < 3; a++) {
          int b = (a + 1) % 3;
          int c = (a + 2) % 3;
          torque[a] += r[3 * i + b] * p.forces()[3 * i + c] - r[3 * i + c] * p.forces()[3 * i + b];
        }
      }
      double arm = Math.max(1, ArrayMath.largest(r));
      double allowed = 2 * arm * sample.size() * law.allowed(sample.structure(), p).force();
      law.compare(sample, "torque (eV)", ArrayMath.largest(torque), allowed);
    }
    law.holds();
  }

  private void compareTurned(Law law, TrialStructure sample, Orthogonal turn) {
    Prediction before = law.predict(sample.structure());
    Prediction after = law.predict(sample.structure().rotated(turn));
    law.sameForces(sample, after, turn.apply(before.forces()), law.allowed(sample.structure(), before));
  }
}
