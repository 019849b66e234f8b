package io.noether.core.neighbours;

import io.noether.core.Cell;
import io.noether.core.InputException;
import io.noether.core.Structure;
import java.util.Arrays;

/**
 * Atoms moved by whole lattice vectors into a rectangular box that fills space as the cell does, in axes along its edges.
 *
 * <p>The first axis is normal to b and c, the last is along c. The lattice vectors are then the rows of a lower triangular
 * matrix, and the box with its diagonal for edges is a cell too, however skewed the given one is: move along a until the
 * first coordinate fits, then along b, then along c. All that follows deals with boxes only.
 */
final class Brick {
  /** Whole lattice vectors taken from each atom, three per atom. */
  int[] moves = {};

  /** Coordinates of each moved atom in these axes, three per atom, Å. */
  double[] inside = {};

  /** Smallest and largest of these coordinates. */
  final double[] low = new double[3];

  final double[] high = new double[3];

  /** The lattice vectors in these axes, row by row. Above the diagonal is rounding only. */
  final double[] lattice = new double[9];

  /** Along which vectors the lattice repeats. */
  final boolean[] periodic = new boolean[3];

  /** The longest vector that took part, Å: coordinates are wrong by some of its units in the last place. */
  double largest;

  private final double[] axes = new double[9];

  /** Takes the atoms of a structure. */
  void fill(Structure structure) {
    orient(structure.cell());
    int atoms = structure.size();
    moves = Growing.room(moves, 3 * atoms);
    inside = Growing.room(inside, 3 * atoms);
    Arrays.fill(low, Double.POSITIVE_INFINITY);
    Arrays.fill(high, Double.NEGATIVE_INFINITY);
    largest = 0;
    for (int atom = 0; atom < atoms; atom++) {
      double x = structure.x(atom);
      double y = structure.y(atom);
      double z = structure.z(atom);
      largest = Math.max(largest, Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z))));
      for (int k = 0; k < 3; k++) {
        inside[3 * atom + k] = coordinate(k, x, y, z);
      }
      moveInside(structure, atom);
    }
  }

  private void orient(Cell cell) {
    double lengthC = Math.hypot(Math.hypot(cell.basis(2, 0), cell.basis(2, 1)), cell.basis(2, 2));
    for (int axis = 0; axis < 3; axis++) {
      periodic[axis] = cell.periodicity().along(axis);
      axes[axis] = cell.reciprocal(0, axis) * cell.height(0);
      axes[6 + axis] = cell.basis(2, axis) / lengthC;
    }
    double side = 0;
    for (int axis = 0; axis < 3; axis++) {
      int next = (axis + 1) % 3;
      int last = (axis + 2) % 3;
      axes[3 + axis] = axes[6 + next] * axes[last] - axes[6 + last] * axes[next];
      side += axes[3 + axis] * cell.basis(1, axis);
    }
    for (int axis = 0; axis < 3; axis++) {
      axes[3 + axis] *= Math.signum(side);
    }
    for (int vector = 0; vector < 3; vector++) {
      for (int axis = 0; axis < 3; axis++) {
        lattice[3 * vector + axis] =
            coordinate(axis, cell.basis(vector, 0), cell.basis(vector, 1), cell.basis(vector, 2));
      }
    }
  }

  private double coordinate(int axis, double x, double y, double z) {
    return axes[3 * axis] * x + axes[3 * axis + 1] * y + axes[3 * axis + 2] * z;
  }

  private void moveInside(Structure structure, int atom) {
    for (int k = 0; k < 3; k++) {
      double cells = periodic[k] ? Math.floor(inside[3 * atom + k] / lattice[4 * k]) : 0;
      moves[3 * atom + k] = (int) cells;
      if (cells != 0) {
        if (Math.abs(cells) > 1e9) {
          throw new InputException(structure.source() + ": atom " + (atom + 1)
              + " is more than a billion cells away from its cell; correct its position");
        }
        largest = Math.max(largest, Math.abs(cells) * length(k));
        for (int axis = 0; axis < 3; axis++) {
          inside[3 * atom + axis] -= cells * lattice[3 * k + axis];
        }
      }
    }
    for (int k = 0; k < 3; k++) {
      low[k] = Math.min(low[k], inside[3 * atom + k]);
      high[k] = Math.max(high[k], inside[3 * atom + k]);
    }
  }

  /** Length of a lattice vector, or less than √3 times as much. */
  private double length(int k) {
    return Math.abs(lattice[3 * k]) + Math.abs(lattice[3 * k + 1]) + Math.abs(lattice[3 * k + 2]);
  }

  /** The shift, along lattice vector k, of an edge from a receiver to an image of a moved atom, for atoms as given. */
  int shift(long image, int receiver, int k) {
    return ImageKey.shift(image, k) - moves[3 * ImageKey.atom(image) + k] + moves[3 * receiver + k];
  }

  /** {@link #largest}, for the images within a distance of the atoms too. */
  double largestWithin(double distance) {
    double a = times(0, distance);
    double b = times(1, distance + a * Math.abs(lattice[1]));
    double c = times(2, distance + a * Math.abs(lattice[2]) + b * Math.abs(lattice[5]));
    return Math.max(Math.max(largest, a * length(0)), Math.max(b * length(1), c * length(2)));
  }

  private double times(int k, double distance) {
    return periodic[k] ? (high[k] - low[k] + distance) / lattice[4 * k] + 1 : 0;
  }
}
