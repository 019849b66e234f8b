package io.noether.testkit;

import io.noether.core.HessianPotential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.geometry.Orthogonal;
import io.noether.core.geometry.Permutation;
import io.noether.testkit.random.RandomRotations;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The Hessian is the symmetric matrix of second derivatives of the energy: it turns with the structure, takes part in
 * relabelling, feels no translation, and is what differences of forces say. Molecules, wires, slabs and crystals.
 */
public interface HessianContract extends PotentialUnderTest {
  @Override
  HessianPotential potential();

  /** H_ij = H_ji. */
  @Test
  default void theHessianIsSymmetric() {
    var law = new Law("the Hessian is symmetric", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      double[] h = law.hessian(potential(), sample.structure());
      Hessians.compare(law, sample, "transposed Hessian (eV/Å²)", h, Hessians.transposed(h));
    }
    law.holds();
  }

  /** Moving all atoms alike changes no force: the blocks of each row add up to zero. */
  @Test
  default void aTranslationChangesNoForce() {
    var law = new Law("the Hessian takes a translation of all atoms to zero", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      double[] h = law.hessian(potential(), sample.structure());
      Allowed allowed = law.allowed(sample.structure(), law.predict(sample.structure()));
      law.compare(sample, "sum of a row (eV/Å²)", ArrayMath.largest(Hessians.translated(h)),
          sample.size() * allowed.secondDerivative(h));
    }
    law.holds();
  }

  /** H(QR) = Q H(R) Qᵀ, block by block, for every rotation and reflection Q. */
  @Test
  default void theHessianTurnsWithTheStructure() {
    var law = new Law("the Hessian turns with the structure", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      double[] before = law.hessian(potential(), sample.structure());
      List<Orthogonal> turns =
          List.of(RandomRotations.rotation(sample.random()), RandomRotations.reflection(sample.random()));
      for (var turn : turns) {
        double[] after = law.hessian(potential(), sample.structure().rotated(turn));
        Hessians.compare(law, sample, "Hessian of the turned structure (eV/Å²)", after, Hessians.turned(before, turn));
      }
    }
    law.holds();
  }

  /** Atoms listed in another order have the same second derivatives, each pair its own. */
  @Test
  default void relabellingAtomsRelabelsTheHessian() {
    var law = new Law("relabelling atoms relabels the Hessian", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      var order = Permutation.random(sample.size(), sample.random());
      double[] before = law.hessian(potential(), sample.structure());
      double[] after = law.hessian(potential(), sample.structure().permuted(order));
      Hessians.compare(law, sample, "Hessian of relabelled atoms (eV/Å²)", after, Hessians.relabelled(before, order));
    }
    law.holds();
  }

  /** H = -dF/dR, every component, by differences of the forces. Pairs at the cutoff itself are avoided. */
  @Test
  default void theHessianIsMinusTheDerivativeOfForces() {
    var law = new Law("the Hessian is minus the derivative of forces", this);
    double[] points = Differences.points(tolerance().step(), tolerance().halvings());
    for (TrialStructure sample : TrialStructures.allOffTheCutoff(this, law.optionalCutoff())) {
      Structure structure = sample.structure();
      double[] h = law.hessian(potential(), structure);
      double allowed = law.allowed(structure, law.predict(structure)).curvature(h);
      int n = 3 * sample.size();
      for (int k = 0; k < n; k++) {
        double[] direction = new double[n];
        direction[k] = 1;
        List<Prediction> path = law.along(t -> sample.moved(t, direction), points);
        for (int j = 0; j < n; j++) {
          int component = j;
          double slope = Differences.atZero(points, path.stream().mapToDouble(p -> p.forces()[component]).toArray());
          law.compare(sample, "Hessian, row " + j + " column " + k + " (eV/Å²)", h[n * j + k] + slope, allowed);
        }
      }
    }
    law.holds();
  }
}
