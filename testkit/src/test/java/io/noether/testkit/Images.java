package io.noether.testkit;

import io.noether.core.Structure;

/** All ordered pairs of atoms and images of atoms, from a block of cells that is surely large enough. */
final class Images {
  private Images() {}

  interface Pair {
    /** Receiver, sender, and the vector from the one to the other, Å. */
    void at(int i, int j, double[] r);
  }

  static void each(Structure s, double cutoff, Pair pair) {
    double spread = Edits.extent(s) * 2;
    int[] reach = new int[3];
    for (int k = 0; k < 3; k++) {
      reach[k] = s.periodicity().along(k) ? (int) Math.ceil((cutoff + spread) / s.cell().height(k)) : 0;
    }
    for (int a = -reach[0]; a <= reach[0]; a++) {
      for (int b = -reach[1]; b <= reach[1]; b++) {
        for (int c = -reach[2]; c <= reach[2]; c++) {
          for (int i = 0; i < s.size(); i++) {
            for (int j = 0; j < s.size(); j++) {
              double[] r = new double[3];
              for (int axis = 0; axis < 3; axis++) {
                r[axis] = s.position(j, axis) - s.position(i, axis) + a * s.cell().get(0, axis)
                    + b * s.cell().get(1, axis) + c * s.cell().get(2, axis);
              }
              double d = length(r);
              if (d > 0 && d < cutoff) {
                pair.at(i, j, r);
              }
            }
          }
        }
      }
    }
  }

  static double length(double[] r) {
    return Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
  }
}
