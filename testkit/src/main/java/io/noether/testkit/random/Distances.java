package io.noether.testkit.random;

import io.noether.core.Cell;
import io.noether.core.Structure;
import java.util.function.DoublePredicate;

/** Distances between atoms and all images of atoms, by brute force: small structures only. */
public final class Distances {
  private Distances() {}

  /** Whether no two atoms, or images, are closer than a distance (Å). */
  public static boolean allAbove(double closest, Structure structure) {
    return all(structure, closest, d -> d >= closest);
  }

  /** Whether no two atoms, or images, have a distance within a margin of a given one (Å). */
  public static boolean noneNear(double distance, double margin, Structure structure) {
    return all(structure, distance + margin, d -> Math.abs(d - distance) >= margin);
  }

  /** Whether all distances up to a largest one hold a condition. */
  public static boolean all(Structure structure, double largest, DoublePredicate condition) {
    for (int i = 0; i < structure.size(); i++) {
      for (int j = 0; j <= i; j++) {
        if (!all(structure, i, j, largest, condition)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean all(Structure structure, int i, int j, double largest, DoublePredicate condition) {
    var cell = structure.cell();
    double[] separation = new double[3];
    for (int axis = 0; axis < 3; axis++) {
      separation[axis] = structure.position(j, axis) - structure.position(i, axis);
    }
    int[] from = new int[3];
    int[] to = new int[3];
    for (int k = 0; k < 3; k++) {
      if (structure.periodicity().along(k)) {
        double reach = largest / cell.height(k);
        double here = fraction(cell, k, separation);
        from[k] = (int) Math.ceil(-reach - here);
        to[k] = (int) Math.floor(reach - here);
      }
    }
    for (int a = from[0]; a <= to[0]; a++) {
      for (int b = from[1]; b <= to[1]; b++) {
        for (int c = from[2]; c <= to[2]; c++) {
          double square = 0;
          for (int axis = 0; axis < 3; axis++) {
            double x = separation[axis] + a * cell.basis(0, axis) + b * cell.basis(1, axis) + c * cell.basis(2, axis);
            square += x * x;
          }
          boolean itself = i == j && a == 0 && b == 0 && c == 0;
          if (!itself && square <= largest * largest && !condition.test(Math.sqrt(square))) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static double fraction(Cell cell, int k, double[] vector) {
    return cell.reciprocal(k, 0) * vector[0] + cell.reciprocal(k, 1) * vector[1] + cell.reciprocal(k, 2) * vector[2];
  }
}
