package io.noether.imports;

import io.noether.core.Structure;
import java.util.function.ToDoubleFunction;

/** Forces as differences of energies: the central formula of order eight, good to some 1e-11 eV/Å for tiny networks. */
final class PlainForces {
  private static final double STEP = 2e-3; // Å
  private static final double[] COEFFICIENTS = {4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280};

  private PlainForces() {}

  static double[] of(ToDoubleFunction<Structure> energy, Structure structure) {
    double[] forces = new double[3 * structure.size()];
    for (int k = 0; k < forces.length; k++) {
      for (int m = 1; m <= COEFFICIENTS.length; m++) {
        double difference = energy.applyAsDouble(moved(structure, k, m * STEP))
            - energy.applyAsDouble(moved(structure, k, -m * STEP));
        forces[k] -= COEFFICIENTS[m - 1] * difference / STEP;
      }
    }
    return forces;
  }

  private static Structure moved(Structure structure, int number, double by) {
    double[] positions = structure.positions();
    positions[number] += by;
    return structure.withPositions(positions);
  }
}
