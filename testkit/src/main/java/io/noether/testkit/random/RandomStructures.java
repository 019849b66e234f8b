package io.noether.testkit.random;

import io.noether.core.Element;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random molecules and crystals without any symmetry, at the densities of real ones: no two atoms are closer than
 * {@value #CLOSEST} Å. The same state of the generator gives the same structures.
 */
public final class RandomStructures {
  /** Smallest distance of two atoms, Å. */
  public static final double CLOSEST = 0.9;

  private static final double LONGEST_BOND = 1.8;
  private static final double VOLUME_PER_ATOM = 14;
  private static final int TRIES = 1000;

  private RandomStructures() {}

  /** One atom, at the origin. */
  public static Structure atom(Element element) {
    return Structure.of(new int[] {element.atomicNumber()}, new double[3]);
  }

  /**
   * A molecule: each atom within 1.8 Å of an earlier one.
   *
   * @param elements the atoms' elements are drawn from these
   * @param atoms at least 1
   */
  public static Structure molecule(RandomGenerator random, List<Element> elements, int atoms) {
    int[] numbers = numbers(random, elements, atoms);
    double[] positions = new double[3 * atoms];
    for (int i = 1; i < atoms; i++) {
      do {
        int neighbour = random.nextInt(i);
        double bond = CLOSEST + (LONGEST_BOND - CLOSEST) * random.nextDouble();
        double[] direction = RandomRotations.direction(random);
        for (int axis = 0; axis < 3; axis++) {
          positions[3 * i + axis] = positions[3 * neighbour + axis] + bond * direction[axis];
        }
      } while (crowded(positions, i));
    }
    return Structure.of(numbers, positions);
  }

  /**
   * Atoms in a random cell: a crystal, a slab or a wire, by the periodicity. Atoms lie in and around the cell.
   *
   * @param elements the atoms' elements are drawn from these
   * @param atoms in the cell, at least 1
   */
  public static Structure periodic(RandomGenerator random, List<Element> elements, int atoms,
      Periodicity periodicity) {
    int[] numbers = numbers(random, elements, atoms);
    double volume = VOLUME_PER_ATOM * atoms;
    while (true) {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        var cell = RandomCells.cell(random, volume, periodicity);
        double[] positions = new double[3 * atoms];
        for (int i = 0; i < atoms; i++) {
          for (int k = 0; k < 3; k++) {
            double fraction = 1.4 * random.nextDouble() - 0.2;
            for (int axis = 0; axis < 3; axis++) {
              positions[3 * i + axis] += fraction * cell.get(k, axis);
            }
          }
        }
        var structure = Structure.of(numbers, positions, cell);
        if (Distances.allAbove(CLOSEST, structure)) {
          return structure;
        }
      }
      volume *= 1.3; // too many atoms to be placed by chance
    }
  }

  /** A crystal: {@link #periodic} in all directions. */
  public static Structure crystal(RandomGenerator random, List<Element> elements, int atoms) {
    return periodic(random, elements, atoms, Periodicity.ALL);
  }

  private static int[] numbers(RandomGenerator random, List<Element> elements, int atoms) {
    int[] numbers = new int[atoms];
    for (int i = 0; i < atoms; i++) {
      numbers[i] = elements.get(random.nextInt(elements.size())).atomicNumber();
    }
    return numbers;
  }

  private static boolean crowded(double[] positions, int atom) {
    for (int j = 0; j < atom; j++) {
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        double x = positions[3 * atom + axis] - positions[3 * j + axis];
        square += x * x;
      }
      if (square < CLOSEST * CLOSEST) {
        return true;
      }
    }
    return false;
  }
}
