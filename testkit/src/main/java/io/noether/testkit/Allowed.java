package io.noether.testkit;

import io.noether.core.Prediction;
import io.noether.core.Structure;

/** How far off a prediction for one structure may be. */
final class Allowed {
  private final Tolerance tolerance;
  private final Prediction prediction;
  private final double volume;
  private final double forceScale;
  private final double energyScale;

  /**
   * A tolerance in the scale of a prediction.
   *
   * @param structure what the prediction is for
   * @param floor a force that the force scale does not fall below, eV/Å
   */
  Allowed(Tolerance tolerance, Structure structure, Prediction prediction, double floor) {
    this.tolerance = tolerance;
    this.prediction = prediction;
    volume = structure.cell().volume();
    double virial = volume * Numbers.largest(prediction.stress().orElse(new double[9])) / atoms();
    forceScale = Math.max(Math.max(floor, virial), Numbers.largest(prediction.forces()));
    double sum = 0;
    for (double energy : prediction.atomicEnergies()) {
      sum += Math.abs(energy);
    }
    energyScale = sum / atoms();
  }

  private int atoms() {
    return prediction.atomicEnergies().length;
  }

  /** The force scale of the structure, eV/Å: see {@link Tolerance}. */
  double forceScale() {
    return forceScale;
  }

  /** Of a force component, eV/Å. */
  double force() {
    return tolerance.relative() * forceScale + tolerance.roundoff() * energyScale * atoms();
  }

  /** Of an energy, eV, for each atom that shares it: a force times 1 Å. */
  double energy() {
    return force();
  }

  /** Of a stress component, eV/Å³: a force times 1 Å for each atom, over the volume. */
  double stress() {
    return atoms() * force() / volume;
  }

  /** Of the derivative of the energy by one coordinate, taken by differences, eV/Å. */
  double slope() {
    double smallestStep = tolerance.step() / (1 << tolerance.halvings());
    return tolerance.difference() * forceScale + tolerance.roundoff() * energyScale * atoms() / smallestStep;
  }
}
