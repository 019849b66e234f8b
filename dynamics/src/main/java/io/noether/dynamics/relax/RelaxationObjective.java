package io.noether.dynamics.relax;

import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import java.util.Arrays;
import java.util.Optional;

/** Energy, or enthalpy, over the coordinates, and how often it was asked for. */
final class RelaxationObjective {
  private final Potential potential;
  private final Coordinates coordinates;
  private final double pressure;
  private int calls;

  /** @param pressure on the cell, if it may change, eV/Å³ */
  RelaxationObjective(Potential potential, Coordinates coordinates, double pressure) {
    this.potential = potential;
    this.coordinates = coordinates;
    this.pressure = pressure;
  }

  Coordinates coordinates() {
    return coordinates;
  }

  /** How often the potential was asked. */
  int calls() {
    return calls;
  }

  /** The given structure. @throws InputException if the potential has nothing finite to say about it */
  Point start() {
    Point start = at(coordinates.start());
    if (!isFinite(start)) {
      throw new InputException(start.structure().source() + ": its energy, forces or stress are not finite with this "
          + "potential; are atoms too close to each other?");
    }
    return start;
  }

  /** Another place; nothing if there is no finite energy there. */
  Optional<Point> tryAt(double[] x) {
    try {
      return Optional.of(at(x)).filter(RelaxationObjective::isFinite);
    } catch (InputException e) { // atoms on top of each other, a cell without volume
      return Optional.empty();
    }
  }

  private Point at(double[] x) {
    var structure = coordinates.structure(x);
    calls++;
    Prediction p = potential.predict(structure);
    double[] pull = stressAndPressure(p);
    double volume = structure.cell().volume();
    double value = p.energy() + (coordinates.hasCell() ? pressure * volume : 0);
    return new Point(x, structure, p, value, coordinates.gradient(x, p.forces(), pull, volume),
        longestRow(coordinates.free(p.forces())), longestRow(pull));
  }

  /** σ + p·1, eV/Å³; zero if the cell is fixed. */
  private double[] stressAndPressure(Prediction p) {
    if (!coordinates.hasCell()) {
      return new double[9];
    }
    double[] sum = p.stress().orElseThrow().clone();
    for (int axis = 0; axis < 3; axis++) {
      sum[4 * axis] += pressure;
    }
    return sum;
  }

  private static double longestRow(double[] rows) {
    double most = 0;
    for (int k = 0; k < rows.length; k += 3) {
      most = Math.max(most, Math.sqrt(rows[k] * rows[k] + rows[k + 1] * rows[k + 1] + rows[k + 2] * rows[k + 2]));
    }
    return most;
  }

  private static boolean isFinite(Point p) {
    return Double.isFinite(p.value()) && Arrays.stream(p.gradient()).allMatch(Double::isFinite)
        && p.prediction().atomicEnergies().stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }
}
