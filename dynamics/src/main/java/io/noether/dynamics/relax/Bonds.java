package io.noether.dynamics.relax;

import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import java.util.Arrays;

/**
 * Neighbours that a spring joins, each pair once, with the stiffness k(r) = κ/R² exp(-A (r/R - 1)), where R is the sum of
 * the covalent radii. Lengths and strengths of bonds of many materials are near that, and a factor common to all does not
 * matter. An atom and its own image are a pair in both directions, with half the stiffness.
 */
final class Bonds {
  private static final double KAPPA = 50; // eV: 22 eV/Å² for C-C, 10 for Si-Si
  private static final double A = 4;
  private static final double REACH = 2; // R
  private static final double MOST = 2; // times κ/R²: colliding atoms are no diamond

  /** How many. */
  private int count;
  private int[] first = new int[64];
  private int[] second = new int[64];
  private double[] vectors = new double[192];
  private double[] stiffness = new double[64];

  Bonds(Structure s) {
    double widest = 0;
    for (int atom = 0; atom < s.size(); atom++) {
      widest = Math.max(widest, CovalentRadii.of(s.element(atom)));
    }
    var found = new NeighbourSearch();
    found.find(s, REACH * 2 * widest);
    double[] r = new double[3];
    for (int e = 0; e < found.count(); e++) {
      int i = found.receivers()[e];
      int j = found.senders()[e];
      if (i > j) {
        continue;
      }
      for (int axis = 0; axis < 3; axis++) {
        r[axis] = s.position(j, axis) - s.position(i, axis) + found.shiftVectors()[3 * e + axis];
      }
      double bond = CovalentRadii.of(s.element(i)) + CovalentRadii.of(s.element(j));
      double stretched = Vector.length(r) / bond;
      if (stretched < REACH) {
        double k = KAPPA / (bond * bond) * Math.min(Math.exp(-A * (stretched - 1)), MOST);
        add(i, j, r, i == j ? k / 2 : k);
      }
    }
  }

  private void add(int i, int j, double[] r, double k) {
    if (count == first.length) {
      first = Arrays.copyOf(first, 2 * count);
      second = Arrays.copyOf(second, 2 * count);
      stiffness = Arrays.copyOf(stiffness, 2 * count);
      vectors = Arrays.copyOf(vectors, 6 * count);
    }
    first[count] = i;
    second[count] = j;
    stiffness[count] = k;
    System.arraycopy(r, 0, vectors, 3 * count, 3);
    count++;
  }

  int count() {
    return count;
  }

  /** The atom a bond begins at. */
  int first(int bond) {
    return first[bond];
  }

  /** The atom it leads to. */
  int second(int bond) {
    return second[bond];
  }

  /** eV/Å². */
  double stiffness(int bond) {
    return stiffness[bond];
  }

  /** From the first atom to the second, three numbers for each bond, Å. Not a copy; may be longer. */
  double[] vectors() {
    return vectors;
  }
}
