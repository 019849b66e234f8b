package io.noether.testkit;

import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.Structure;
import io.noether.testkit.random.RandomRotations;
import io.noether.testkit.random.RandomStructures;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What contracts do to structures beyond what structures offer themselves. */
final class Edits {
  private Edits() {}

  /** Atoms of two molecules in one structure. */
  static Structure joined(Structure a, Structure b) {
    int[] numbers = Arrays.copyOf(a.atomicNumbers(), a.size() + b.size());
    System.arraycopy(b.atomicNumbers(), 0, numbers, a.size(), b.size());
    return Structure.of(numbers, ArrayMath.joined(a.positions(), b.positions()));
  }

  /** No atom of a molecule is further from the origin than this, Å. */
  static double extent(Structure structure) {
    return Math.sqrt(3) * ArrayMath.largest(structure.positions());
  }

  /** A pair of atoms, the first at the origin, at another distance (Å). */
  static Structure stretched(Structure pair, double distance) {
    double[] r = pair.positions();
    double factor = distance / Math.sqrt(r[3] * r[3] + r[4] * r[4] + r[5] * r[5]);
    return pair.withPositions(new double[] {0, 0, 0, factor * r[3], factor * r[4], factor * r[5]});
  }

  /** A molecule with one more atom, in a direction (a unit vector) and at a distance (Å) from the first. */
  static Structure withAtom(Structure molecule, Element element, double[] direction, double distance) {
    double[] place = ArrayMath.along(Arrays.copyOf(molecule.positions(), 3), distance, direction);
    return joined(molecule, RandomStructures.atom(element).translated(place[0], place[1], place[2]));
  }

  /** A direction in which an atom at the cutoff from the first is not near the others nor at the cutoff from them. */
  static double[] crossing(TrialStructure sample, double cutoff) {
    for (int attempt = 0; attempt < 10_000; attempt++) {
      double[] direction = RandomRotations.direction(sample.random());
      if (isFree(sample.structure(), direction, cutoff)) {
        return direction;
      }
    }
    throw new IllegalStateException("no room for an atom at the cutoff, " + cutoff + " Å, from the first of " + sample);
  }

  private static boolean isFree(Structure molecule, double[] direction, double cutoff) {
    for (int j = 1; j < molecule.size(); j++) {
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        double x = molecule.position(0, axis) + cutoff * direction[axis] - molecule.position(j, axis);
        square += x * x;
      }
      double distance = Math.sqrt(square);
      if (distance < RandomStructures.CLOSEST || Math.abs(distance - cutoff) < 0.05) {
        return false;
      }
    }
    return true;
  }

  /** The structure with other lattice vectors, whole-number combinations of its own. */
  static Structure withLattice(Structure structure, int[] combination) {
    double[] old = structure.cell().vectors();
    double[] vectors = new double[9];
    for (int k = 0; k < 3; k++) {
      for (int j = 0; j < 3; j++) {
        for (int axis = 0; axis < 3; axis++) {
          vectors[3 * k + axis] += combination[3 * k + j] * old[3 * j + axis];
        }
      }
    }
    return structure.withCell(Cell.of(vectors, structure.periodicity()));
  }

  /** Each atom moved by a few whole lattice vectors. */
  static Structure withOtherImages(Structure structure, RandomGenerator random) {
    double[] positions = structure.positions();
    for (int i = 0; i < structure.size(); i++) {
      for (int k = 0; k < 3; k++) {
        int cells = structure.periodicity().along(k) ? random.nextInt(-3, 4) : 0;
        for (int axis = 0; axis < 3; axis++) {
          positions[3 * i + axis] += cells * structure.cell().get(k, axis);
        }
      }
    }
    return structure.withPositions(positions);
  }

  /** The first lattice vector along which a structure repeats. */
  static int firstPeriodic(Structure structure) {
    int vector = 0;
    while (!structure.periodicity().along(vector)) {
      vector++;
    }
    return vector;
  }
}
