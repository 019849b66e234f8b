package io.noether.testkit;

import io.noether.core.HessianPotential;
import io.noether.core.LocalPotential;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One law put to one potential: collects how far off each sample is, and fails with the worst of them. */
final class Law {
  private final String statement;
  private final PotentialUnderTest contract;
  private final Potential potential;
  private final double floor;
  private int compared;
  private int broken;
  private double worst = -1;
  private String worstCase = "";

  /**
   * A law.
   *
   * @param statement what should hold, as a sentence without its full stop
   */
  Law(String statement, PotentialUnderTest contract) {
    this.statement = statement;
    this.contract = contract;
    this.potential = contract.potential();
    var forces = TrialStructures.molecules(contract).stream()
        .mapToDouble(sample -> ArrayMath.largest(predict(sample.structure()).forces())).sorted().toArray();
    this.floor = 0.1 * forces[forces.length / 2];
  }

  /** What the potential says about a structure. */
  Prediction predict(Structure structure) {
    return sound(structure, potential.predict(structure));
  }

  /** What the potential says about several structures at once. */
  List<Prediction> predict(List<Structure> structures) {
    List<Prediction> predictions = potential.predict(structures);
    if (predictions.size() != structures.size()) {
      throw failure(predictions.size() + " predictions for a batch of " + structures.size() + " structures");
    }
    for (int k = 0; k < structures.size(); k++) {
      sound(structures.get(k), predictions.get(k));
    }
    return predictions;
  }

  /** The Hessian of a structure by a potential that has one. */
  double[] hessian(HessianPotential exact, Structure structure) {
    double[] hessian = exact.hessian(structure);
    int n = 3 * structure.size();
    require(structure, Defects.in("Hessian", n * n, hessian, k -> "Hessian, row " + k / n + " column " + k % n));
    return hessian;
  }

  /** The prediction, if it has the numbers that it should have and all are finite. */
  Prediction sound(Structure structure, Prediction prediction) {
    require(structure, Defects.of(structure, prediction));
    return prediction;
  }

  private void require(Structure structure, Optional<String> defect) {
    if (defect.isPresent()) {
      throw failure("The " + defect.get() + ", for\n" + SourceCode.of(structure));
    }
  }

  /** The potential's cutoff, Å; a potential without one skips the law. */
  double cutoff() {
    if (potential instanceof LocalPotential local) {
      return local.cutoff();
    }
    throw skipped("the potential is no LocalPotential, so it has no cutoff");
  }

  /** The potential's cutoff, Å, if it has one. */
  OptionalDouble optionalCutoff() {
    return potential instanceof LocalPotential local ? OptionalDouble.of(local.cutoff()) : OptionalDouble.empty();
  }

  /** Crystals, if the potential gives stresses; a potential without stress skips the law. */
  List<TrialStructure> withStress(List<TrialStructure> crystals) {
    needs("stress", crystals, Prediction::stress);
    return crystals;
  }

  /** The cutoff or, of a potential without one, a distance beyond which pairs matter little, Å. */
  double reach() {
    return optionalCutoff().orElse(5);
  }

  /**
   * Skips the law if the potential gives something for none of the samples; fails if it gives it for only some.
   *
   * @param what the potential should give, as "stress"
   */
  void needs(String what, List<TrialStructure> samples, Function<Prediction, Optional<double[]>> part) {
    List<TrialStructure> without = samples.stream().filter(s -> part.apply(predict(s.structure())).isEmpty()).toList();
    if (without.size() == samples.size()) {
      throw skipped("the potential gives no " + what);
    }
    if (!without.isEmpty()) {
      TrialStructure sample = without.getFirst();
      throw failure("no " + what + " for " + sample + " though there is one for others: "
          + SourceCode.of(sample.structure()));
    }
  }

  /** How far off what is predicted for a structure may be. */
  Allowed allowed(Structure structure, Prediction prediction) {
    return new Allowed(contract.tolerance(), structure, prediction, floor);
  }

  /**
   * dE/dt at t = 0 along a path of structures, eV.
   *
   * @param step largest t to use
   */
  double slope(DoubleFunction<Structure> path, double step) {
    return Differences.atZero(steps -> along(path, steps).stream().mapToDouble(Prediction::energy).toArray(), step,
        contract.tolerance().halvings());
  }

  /** Predictions for the points of a path of structures. */
  List<Prediction> along(DoubleFunction<Structure> path, double[] points) {
    var structures = new ArrayList<Structure>();
    for (double t : points) {
      structures.add(path.apply(t));
    }
    return predict(structures);
  }

  /** Total and, if there are any, atomic energies should be the same. */
  void sameEnergies(TrialStructure sample, Prediction found, double energy, Optional<double[]> atomicEnergies,
      Allowed allowed) {
    int atoms = found.forces().length / 3;
    compare(sample, "energy (eV)", found.energy() - energy, atoms * allowed.energy());
    same(sample, "atomic energy (eV)", found.atomicEnergies(), atomicEnergies, allowed.energy());
  }

  /** Forces should be the same. */
  void sameForces(TrialStructure sample, Prediction found, double[] forces, Allowed allowed) {
    compare(sample, "force (eV/Å)", ArrayMath.distance(found.forces(), forces), allowed.force());
  }

  /** Stresses of a crystal, if there are any, should be the same. */
  void sameStress(TrialStructure sample, Optional<double[]> found, Optional<double[]> stress, Allowed allowed) {
    same(sample, "stress (eV/Å³)", found, stress, allowed.stress());
  }

  private void same(TrialStructure sample, String what, Optional<double[]> found, Optional<double[]> expected,
      double mayBe) {
    if (found.isPresent() && expected.isPresent()) {
      compare(sample, what, ArrayMath.distance(found.get(), expected.get()), mayBe);
    } else {
      compare(sample, "presence of " + what, found.isPresent() == expected.isPresent() ? 0 : 1, 0);
    }
  }

  /**
   * Adds a comparison.
   *
   * @param what the number compared with its unit, as "energy (eV)"
   * @param deviation how far off it is; anything but a finite number breaks the law
   * @param mayBe how far off it may be, finite
   */
  void compare(TrialStructure sample, String what, double deviation, double mayBe) {
    if (!Double.isFinite(mayBe)) {
      throw failure("what is allowed for " + what + " is " + mayBe + ", in " + sample);
    }
    compared++;
    double size = Math.abs(deviation);
    double excess = size == 0 ? 0 : Double.isFinite(size) && mayBe > 0 ? size / mayBe : Double.POSITIVE_INFINITY;
    if (excess > 1) {
      broken++;
    }
    if (excess > worst) {
      worst = excess;
      worstCase = String.format(Locale.ROOT, "%s off by %.3g, allowed %.3g, in %s, seed %d:%n%s", what, size, mayBe,
          sample, contract.seed(), SourceCode.of(sample.structure()));
    }
  }

  /** Fails unless something was compared and every comparison was within what is allowed. */
  void holds() {
    if (compared == 0) {
      throw new AssertionFailedError("law not tested: " + statement + " (no sample, seed " + contract.seed() + ")");
    }
    if (broken > 0) {
      throw failure("Worst of " + broken + " failures in " + compared + " comparisons: " + worstCase);
    }
  }

  private AssertionFailedError failure(String how) {
    return new AssertionFailedError("law broken: " + statement + ". " + how);
  }

  /** That the law does not apply to the potential, for a reason that is a clause. */
  TestAbortedException skipped(String why) {
    return new TestAbortedException("law skipped: " + statement + ": " + why);
  }
}
