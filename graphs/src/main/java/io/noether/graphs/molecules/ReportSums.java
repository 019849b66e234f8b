package io.noether.graphs.molecules;

import java.util.Arrays;

/** Sums between two reports. */
final class ReportSums {
  private long steps;
  private double loss;
  private double mismatch;
  private double divergence;
  private static final double MUCH = 0.7;
  private static final double LITTLE = 0.1;

  private final long[] compared = new long[3]; // much corrupted, little corrupted, between
  private final long[] exact = new long[3];

  void add(double stepLoss, double stepMismatch, double stepDivergence) {
    steps++;
    loss += stepLoss;
    mismatch += stepMismatch;
    divergence += stepDivergence;
  }

  void compare(MoleculeGraph found, MoleculeGraph wanted, double level) {
    int kind = level > MUCH ? 0 : level < LITTLE ? 1 : 2;
    compared[kind]++;
    if (Arrays.equals(found.bonds(), wanted.bonds()) && Arrays.equals(found.atoms(), wanted.atoms())) {
      exact[kind]++;
    }
  }

  /** The means; begins anew. */
  TrainingReport report(double epoch, long step, double seconds, double fraction) {
    double n = Math.max(1, steps);
    var report = new TrainingReport(epoch, step, loss / n, mismatch / n, divergence / n, share(0), share(1), seconds,
        fraction);
    steps = 0;
    loss = mismatch = divergence = 0;
    Arrays.fill(compared, 0);
    Arrays.fill(exact, 0);
    return report;
  }

  private double share(int kind) {
    return (double) exact[kind] / Math.max(1, compared[kind]);
  }
}
