package io.noether.testkit;

import io.noether.core.LocalPotential;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.opentest4j.AssertionFailedError;

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
    var forces = Samples.molecules(contract).stream()
        .mapToDouble(sample -> Numbers.largest(predict(sample.structure()).forces())).sorted().toArray();
    this.floor = 0.1 * forces[forces.length / 2];
  }

  /** What the potential says about a structure. */
  Prediction predict(Structure structure) {
    return potential.predict(structure);
  }

  /** What the potential says about several structures at once. */
  List<Prediction> predict(List<Structure> structures) {
    return potential.predict(structures);
  }

  /** The potential's cutoff, Å; without one the law fails. */
  double cutoff() {
    if (potential instanceof LocalPotential local) {
      return local.cutoff();
    }
    throw new AssertionFailedError("law not tested: " + statement + " (a potential with a cutoff implements "
        + "LocalPotential; for one without, implement the contracts that apply instead of PotentialContract)");
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
    return Differences.atZero(steps -> {
      var structures = new ArrayList<Structure>();
      for (double t : steps) {
        structures.add(path.apply(t));
      }
      return potential.predict(structures).stream().mapToDouble(Prediction::energy).toArray();
    }, step, contract.tolerance().halvings());
  }

  /** Total and atomic energies should be the same. */
  void sameEnergies(Sample sample, Prediction found, double energy, double[] atomicEnergies, Allowed allowed) {
    compare(sample, "energy (eV)", found.energy() - energy, atomicEnergies.length * allowed.energy());
    double off = Numbers.distance(found.atomicEnergies(), atomicEnergies);
    compare(sample, "atomic energy (eV)", off, allowed.energy());
  }

  /** Forces should be the same. */
  void sameForces(Sample sample, Prediction found, double[] forces, Allowed allowed) {
    compare(sample, "force (eV/Å)", Numbers.distance(found.forces(), forces), allowed.force());
  }

  /** Stresses should be the same. */
  void sameStress(Sample sample, double[] found, double[] stress, Allowed allowed) {
    compare(sample, "stress (eV/Å³)", Numbers.distance(found, stress), allowed.stress());
  }

  /**
   * Adds a comparison.
   *
   * @param what the number compared with its unit, as "energy (eV)"
   * @param deviation how far off it is; anything but a finite number breaks the law
   * @param mayBe how far off it may be
   */
  void compare(Sample sample, String what, double deviation, double mayBe) {
    compared++;
    double size = Math.abs(deviation);
    double excess = size == 0 ? 0 : Double.isFinite(size) && mayBe > 0 ? size / mayBe : Double.POSITIVE_INFINITY;
    if (excess > 1) {
      broken++;
    }
    if (excess > worst) {
      worst = excess;
      worstCase = String.format(Locale.ROOT, "%s off by %.3g, allowed %.3g, in %s", what, size, mayBe, sample);
    }
  }

  /** Fails unless something was compared and every comparison was within what is allowed. */
  void holds() {
    if (compared == 0) {
      throw new AssertionFailedError("law not tested: " + statement + " (no sample, seed " + contract.seed() + ")");
    }
    if (broken > 0) {
      throw new AssertionFailedError(String.format(Locale.ROOT,
          "law broken: %s. Worst of %d failures in %d comparisons: %s, seed %d",
          statement, broken, compared, worstCase, contract.seed()));
    }
  }
}
