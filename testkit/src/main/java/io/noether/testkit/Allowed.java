package io.noether.testkit;

import io.noether.core.Prediction;
import io.noether.core.Structure;

/** How far off a prediction for one structure may be. */
final class Allowed {
  private final Tolerance tolerance;
  private final int atoms;
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
    atoms = structure.size();
    volume = structure.cell().volume();
    double virial = volume * ArrayMath.largest(prediction.stress().orElse(new double[9])) / atoms;
    forceScale = Math.max(Math.max(floor, virial), ArrayMath.largest(prediction.forces()));
    double sum = 0;
    for (double energy : prediction.atomicEnergies().orElse(new double[] {prediction.energy()})) {
      sum += Math.abs(energy);
    }
    energyScale = sum / atoms;
  }

  /** The force scale of the structure, eV/Å: see {@link Tolerance}. */
  double forceScale() {
    return forceScale;
  }

  /** Of a force component, eV/Å. */
  double force() {
    return tolerance.relative() * forceScale + tolerance.roundoff() * energyScale * atoms;
  }

  /** Of an energy, eV, for each atom that shares it: a force times 1 Å. */
  double energy() {
    return force();
  }

  /** Of a stress component, eV/Å³: a force times 1 Å for each atom, over the volume. */
  double stress() {
    return atoms * force() / volume;
  }

  /** Of the derivative of the energy by one coordinate, taken by differences, eV/Å. */
  double slope() {
    return tolerance.difference() * forceScale + tolerance.roundoff() * energyScale * atoms / smallestStep();
  }

  /** Of a second derivative, eV/Å², by the largest of them, or a force over 1 Å where that is more. */
  double secondDerivative(double[] hessian) {
    return tolerance.relative() * curvatureScale(hessian);
  }

  /** Of a second derivative taken by differences of forces, eV/Å². */
  double curvature(double[] hessian) {
    return tolerance.difference() * curvatureScale(hessian)
        + tolerance.roundoff() * forceScale * atoms / smallestStep();
  }

  private double curvatureScale(double[] hessian) {
    return Math.max(ArrayMath.largest(hessian), forceScale);
  }

  private double smallestStep() {
    return tolerance.step() / (1 << tolerance.halvings());
  }
}
