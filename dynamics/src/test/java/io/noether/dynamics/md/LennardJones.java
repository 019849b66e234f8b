package io.noether.dynamics.md;

import io.noether.core.Cell;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import java.util.Arrays;
import java.util.Optional;

/** Argon: 4ε ((σ/r)¹² - (σ/r)⁶), shifted so that energy and force are zero at the cutoff. */
final class LennardJones implements TestPotential {
  static final double EPSILON = 0.0104; // eV
  static final double SIGMA = 3.4; // Å
  private static final double CUTOFF = 6; // Å

  private final double shift = energy(CUTOFF);
  private final double slope = slope(CUTOFF);

  /** A face-centred cubic crystal of so many cells along each edge. */
  static Structure crystal(int cells, double lattice) {
    double h = lattice / 2;
    var unit = Structure.of(new int[] {18, 18, 18, 18}, new double[] {0, 0, 0, 0, h, h, h, 0, h, h, h, 0},
        Cell.box(lattice, lattice, lattice));
    return unit.supercell(cells, cells, cells);
  }

  /** A few atoms without a cell. */
  static Structure cluster() {
    double h = 3.8 / Math.sqrt(2);
    int[] argon = new int[6];
    Arrays.fill(argon, 18);
    return Structure.of(argon, new double[] {h, 0, 0, -h, 0, 0, 0, h, 0, 0, -h, 0, 0, 0, h, 0, 0, -h});
  }

  @Override
  public Prediction of(Structure s) {
    var list = NeighbourList.build(s, CUTOFF);
    int[] receivers = list.receivers();
    int[] senders = list.senders();
    double[] shifts = list.shiftVectors();
    double[] forces = new double[3 * s.size()];
    double[] shares = new double[s.size()];
    double[] strain = new double[9];
    for (int e = 0; e < list.count(); e++) {
      double[] d = new double[3];
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        d[axis] = s.position(senders[e], axis) - s.position(receivers[e], axis) + shifts[3 * e + axis];
        square += d[axis] * d[axis];
      }
      double r = Math.sqrt(square);
      shares[receivers[e]] += 0.5 * (energy(r) - shift - (r - CUTOFF) * slope);
      double derivative = slope(r) - slope;
      for (int axis = 0; axis < 3; axis++) {
        forces[3 * receivers[e] + axis] += derivative * d[axis] / r;
        for (int other = 0; other < 3; other++) {
          strain[3 * axis + other] += 0.5 * derivative * d[axis] * d[other] / r;
        }
      }
    }
    Optional<double[]> stress = s.periodicity().all()
        ? Optional.of(Arrays.stream(strain).map(x -> x / s.cell().volume()).toArray()) : Optional.empty();
    return new Prediction(Arrays.stream(shares).sum(), forces, Optional.of(shares), stress);
  }

  private static double energy(double r) {
    double s6 = Math.pow(SIGMA / r, 6);
    return 4 * EPSILON * (s6 * s6 - s6);
  }

  private static double slope(double r) {
    double s6 = Math.pow(SIGMA / r, 6);
    return -24 * EPSILON * (2 * s6 * s6 - s6) / r;
  }
}
