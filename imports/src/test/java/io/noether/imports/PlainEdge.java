package io.noether.imports;

import io.noether.core.Cell;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;

/**
 * A pair of atoms nearer than a cutoff, found by trying all pairs and all images.
 *
 * @param i the atom from which the vector points
 * @param j the atom to whose image it points
 * @param vector Å, x_j + image − x_i
 * @param length Å
 */
record PlainEdge(int i, int j, double[] vector, double length) {
  static List<PlainEdge> within(double cutoff, Structure s) {
    var edges = new ArrayList<PlainEdge>();
    int[] most = {images(s, 0, cutoff), images(s, 1, cutoff), images(s, 2, cutoff)};
    for (int i = 0; i < s.size(); i++) {
      for (int j = 0; j < s.size(); j++) {
        for (int a = -most[0]; a <= most[0]; a++) {
          for (int b = -most[1]; b <= most[1]; b++) {
            for (int c = -most[2]; c <= most[2]; c++) {
              double[] vector = vector(s, i, j, a, b, c);
              double length = Math.sqrt(dot(vector, vector));
              boolean itself = i == j && a == 0 && b == 0 && c == 0;
              if (!itself && length < cutoff) {
                edges.add(new PlainEdge(i, j, vector, length));
              }
            }
          }
        }
      }
    }
    return edges;
  }

  double[] direction() {
    return new double[] {vector[0] / length, vector[1] / length, vector[2] / length};
  }

  /** Enough for atoms that are at most two cells outside the cell. */
  private static int images(Structure s, int axis, double cutoff) {
    return s.periodicity().along(axis) ? (int) Math.ceil(cutoff / s.cell().height(axis)) + 2 : 0;
  }

  private static double[] vector(Structure s, int i, int j, int a, int b, int c) {
    double[] vector = new double[3];
    Cell cell = s.cell();
    for (int x = 0; x < 3; x++) {
      vector[x] = s.position(j, x) - s.position(i, x);
      if (s.periodicity().any()) {
        vector[x] += a * cell.get(0, x) + b * cell.get(1, x) + c * cell.get(2, x);
      }
    }
    return vector;
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }
}
