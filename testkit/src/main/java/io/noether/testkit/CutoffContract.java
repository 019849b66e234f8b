package io.noether.testkit;

import io.noether.core.Element;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.testkit.random.RandomStructures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The potential is local and smooth: atoms further apart than the cutoff do not feel each other, and energy and forces
 * arrive at the cutoff without a jump, so that molecular dynamics conserves energy. A potential that is no
 * {@link io.noether.core.LocalPotential} has no cutoff and skips these laws.
 */
public interface CutoffContract extends PotentialUnderTest {
  /**
   * How many derivatives of the energy are continuous at the cutoff, as the cutoff function promises. 1, the default,
   * is the forces; a cutoff function that starts like x^(k+1) at the cutoff promises k.
   */
  default int order() {
    return 1;
  }

  /** Two atoms further apart than the cutoff have the energy of two isolated atoms and no forces. */
  @Test
  default void nothingIsFeltBeyondTheCutoff() {
    var law = new Law("nothing is felt beyond the cutoff", this);
    for (TrialStructure pair : TrialStructures.pairs(this)) {
      double apart = energyApart(law, pair);
      Allowed allowed = halfway(law, pair);
      for (double beyond : List.of(1e-6, 1e-3, 0.1)) {
        TrialStructure far = pair.with(Edits.stretched(pair.structure(), law.cutoff() + beyond));
        Prediction p = law.predict(far.structure());
        String where = " " + beyond + " Å beyond the cutoff";
        law.compare(far, "energy (eV)" + where, p.energy() - apart, allowed.energy());
        law.compare(far, "force (eV/Å)" + where, ArrayMath.largest(p.forces()), allowed.force());
      }
    }
    law.holds();
  }

  /**
   * As the distance x of two atoms from the cutoff halves again and again, their interaction energy falls like
   * x^(order+1) or faster and their force like x^order or faster.
   */
  @Test
  default void aPairFadesOutSmoothlyTowardsTheCutoff() {
    var law = new Law("energy and force of a pair vanish at the cutoff with " + order() + " derivatives", this);
    for (TrialStructure pair : TrialStructures.pairs(this)) {
      double apart = energyApart(law, pair);
      Allowed allowed = halfway(law, pair);
      var energies = new ArrayList<Double>();
      var forces = new ArrayList<Double>();
      for (double x = 0.0125; energies.size() < 12; x /= 2) {
        Prediction p = law.predict(Edits.stretched(pair.structure(), law.cutoff() - x));
        energies.add(Math.abs(p.energy() - apart));
        forces.add(ArrayMath.largest(p.forces()));
      }
      double energyRatio = limitingRatio(energies, 20 * allowed.energy());
      law.compare(pair, "ratio of energies when the way to the cutoff is halved", energyRatio,
          Math.pow(2, -order() - 0.5));
      double forceRatio = limitingRatio(forces, 20 * allowed.force());
      law.compare(pair, "ratio of forces when the way to the cutoff is halved", forceRatio,
          Math.pow(2, -order() + 0.5));
    }
    law.holds();
  }

  /** Energy and forces of a molecule have no jump where an atom crosses the cutoff of another. */
  @Test
  default void energyAndForcesAreContinuousAcrossTheCutoff() {
    var law = new Law("energy and forces of a molecule are continuous where an atom crosses the cutoff", this);
    for (TrialStructure sample : TrialStructures.molecules(this)) {
      double[] away = Edits.crossing(sample, law.cutoff());
      Element element = sample.structure().element(0);
      var inside = new ArrayList<Structure>();
      var outside = new ArrayList<Structure>();
      for (int k = 1; k <= OneSided.POINTS; k++) {
        inside.add(Edits.withAtom(sample.structure(), element, away, law.cutoff() - k * OneSided.STEP));
        outside.add(Edits.withAtom(sample.structure(), element, away, law.cutoff() + k * OneSided.STEP));
      }
      var before = OneSided.limit(law.predict(inside));
      var after = OneSided.limit(law.predict(outside));
      Allowed allowed = law.allowed(inside.getFirst(), law.predict(inside.getFirst()));
      double remainder = 1e-7 * allowed.forceScale(); // of the extrapolation
      law.compare(sample, "energy (eV)", before.energy() - after.energy(),
          OneSided.NOISE * sample.size() * allowed.energy() + remainder);
      law.compare(sample, "force (eV/Å)", ArrayMath.distance(before.forces(), after.forces()),
          OneSided.NOISE * allowed.force() + remainder);
    }
    law.holds();
  }

  /** What is allowed in the scale of the pair well inside the cutoff. */
  private Allowed halfway(Law law, TrialStructure pair) {
    Structure closer = Edits.stretched(pair.structure(), 0.5 * law.cutoff());
    return law.allowed(closer, law.predict(closer));
  }

  private double energyApart(Law law, TrialStructure pair) {
    return law.predict(RandomStructures.atom(pair.structure().element(0))).energy()
        + law.predict(RandomStructures.atom(pair.structure().element(1))).energy();
  }

  /**
   * How neighbouring values fall at the end of those that stand out from the noise: the smallest mean ratio over the
   * last two or more, 0 if fewer than three stand out. A mean, since energies of opposite sign may happen to cancel
   * somewhere; only the end, since the power law holds in the limit.
   */
  private double limitingRatio(List<Double> values, double noise) {
    int last = -1;
    while (last + 1 < values.size() && !(values.get(last + 1) <= noise)) {
      last++;
    }
    double smallest = last < 2 ? 0 : Double.POSITIVE_INFINITY;
    for (int first = 0; first <= last - 2; first++) {
      smallest = Math.min(smallest, Math.pow(values.get(last) / values.get(first), 1.0 / (last - first)));
    }
    return smallest;
  }
}
