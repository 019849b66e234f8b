package io.noether.testkit;

import io.noether.nn.Potential;
import io.noether.nn.Prediction;

/** A tolerance applied to one potential: how far off energies, forces and stresses may be. */
final class Allowed {
  private final Tolerance tolerance;
  private final double floor;

  private Allowed(Tolerance tolerance, double floor) {
    this.tolerance = tolerance;
    this.floor = floor;
  }

  static Allowed by(PotentialUnderTest contract, Potential potential) {
    var largest = Samples.molecules(contract).stream()
        .mapToDouble(sample -> Numbers.largest(potential.predict(sample.structure()).forces())).sorted().toArray();
    return new Allowed(contract.tolerance(), 0.1 * largest[largest.length / 2]);
  }

  /** The force scale of a structure, eV/Å. */
  double forceScale(Prediction p) {
    return Math.max(floor, Numbers.largest(p.forces()));
  }

  /** Of a total or atomic energy, eV: a force scale times 1 Å, and rounding. */
  double energy(Prediction p) {
    return tolerance.relative() * forceScale(p) + tolerance.roundoff() * energyScale(p);
  }

  /** Of a force component, eV/Å. */
  double force(Prediction p) {
    return energy(p);
  }

  /** Of a stress component, eV/Å³: a force scale times 1 Å for each atom, over the volume (Å³). */
  double stress(Prediction p, double volume) {
    return (tolerance.relative() * forceScale(p) * p.atomicEnergies().length + tolerance.roundoff() * energyScale(p))
        / volume;
  }

  /** Of the derivative of the energy by one coordinate, taken by differences, eV/Å. */
  double slope(Prediction p) {
    double smallestStep = tolerance.step() / (1 << tolerance.halvings());
    return tolerance.difference() * forceScale(p) + tolerance.roundoff() * energyScale(p) / smallestStep;
  }

  private static double energyScale(Prediction p) {
    double sum = 0;
    for (double e : p.atomicEnergies()) {
      sum += Math.abs(e);
    }
    return Math.max(sum, Math.abs(p.energy()));
  }
}
