package io.noether.core.neighbours;

import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;

/** The neighbour list by trying every pair in every image that could matter: slow, and too simple to be wrong. */
final class AllImages {
  private AllImages() {}

  static List<Edge> edges(Structure structure, double cutoff) {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < structure.size(); i++) {
      for (int j = 0; j < structure.size(); j++) {
        double[] d = new double[3];
        double length = 0;
        for (int axis = 0; axis < 3; axis++) {
          d[axis] = structure.position(j, axis) - structure.position(i, axis);
          length += d[axis] * d[axis];
        }
        addImages(structure, i, j, d, cutoff, Math.sqrt(length), edges);
      }
    }
    return edges;
  }

  private static void addImages(Structure structure, int i, int j, double[] d, double cutoff, double length,
      List<Edge> edges) {
    int ma = most(structure, 0, cutoff + length);
    int mb = most(structure, 1, cutoff + length);
    int mc = most(structure, 2, cutoff + length);
    var cell = structure.cell();
    for (int a = -ma; a <= ma; a++) {
      for (int b = -mb; b <= mb; b++) {
        for (int c = -mc; c <= mc; c++) {
          double squared = 0;
          for (int axis = 0; axis < 3; axis++) {
            double shift = a * cell.get(0, axis) + b * cell.get(1, axis) + c * cell.get(2, axis);
            squared += (d[axis] + shift) * (d[axis] + shift);
          }
          boolean itself = i == j && a == 0 && b == 0 && c == 0;
          if (squared < cutoff * cutoff && !itself) {
            edges.add(new Edge(i, j, a, b, c));
          }
        }
      }
    }
  }

  /** Shifts beyond this many cells move an atom further than a distance, whatever the other shifts are. */
  private static int most(Structure structure, int k, double distance) {
    if (!structure.periodicity().along(k)) {
      return 0;
    }
    var all = new ArrayList<double[]>();
    var others = new ArrayList<double[]>();
    for (int v = 0; v < 3; v++) {
      if (structure.periodicity().along(v)) {
        double[] vector = {structure.cell().get(v, 0), structure.cell().get(v, 1), structure.cell().get(v, 2)};
        all.add(vector);
        if (v != k) {
          others.add(vector);
        }
      }
    }
    return (int) Math.ceil(distance / Math.sqrt(gram(all) / gram(others))) + 1;
  }

  /** Determinant of the dot products: the squared length, area or volume that vectors span. */
  private static double gram(List<double[]> v) {
    return switch (v.size()) {
      case 0 -> 1;
      case 1 -> dot(v, 0, 0);
      case 2 -> dot(v, 0, 0) * dot(v, 1, 1) - dot(v, 0, 1) * dot(v, 0, 1);
      default -> dot(v, 0, 0) * (dot(v, 1, 1) * dot(v, 2, 2) - dot(v, 1, 2) * dot(v, 1, 2))
          - dot(v, 0, 1) * (dot(v, 0, 1) * dot(v, 2, 2) - dot(v, 1, 2) * dot(v, 0, 2))
          + dot(v, 0, 2) * (dot(v, 0, 1) * dot(v, 1, 2) - dot(v, 1, 1) * dot(v, 0, 2));
    };
  }

  private static double dot(List<double[]> v, int i, int j) {
    return v.get(i)[0] * v.get(j)[0] + v.get(i)[1] * v.get(j)[1] + v.get(i)[2] * v.get(j)[2];
  }
}
