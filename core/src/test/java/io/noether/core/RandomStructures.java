package io.noether.core;

import java.util.Arrays;
import java.util.Random;

/** Structures for tests, each made from a seed: any cell shape, any periodicity, atoms in and far outside the cell. */
public final class RandomStructures {
  private RandomStructures() {}

  /** Up to eight atoms in a random cell, at densities a small brute force can bear. */
  public static Structure any(long seed) {
    var random = new Random(seed);
    var periodicity = new Periodicity(random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
    return in(periodicity.any() ? cell(random, periodicity) : Cell.isolated(), random);
  }

  /** Up to eight atoms in a random cell that repeats along all its vectors. */
  public static Structure periodic(long seed) {
    var random = new Random(seed);
    return in(cell(random, Periodicity.ALL), random);
  }

  private static Structure in(Cell cell, Random random) {
    int atoms = 1 + random.nextInt(8);
    double spread = cell.isPeriodic() ? random.nextBoolean() ? 2 : 20 : 4;
    var positions = random.doubles(3L * atoms, -spread, spread).toArray();
    var numbers = random.ints(atoms, 1, Element.COUNT + 1).toArray();
    return Structure.of(numbers, positions, cell);
  }

  /** Skewed up to nearly flat, sides from 1.5 Å. */
  private static Cell cell(Random random, Periodicity periodicity) {
    while (true) {
      double side = 1.5 + 5 * random.nextDouble();
      double skew = 4 * random.nextDouble();
      var vectors = new double[9];
      for (int k = 0; k < 9; k++) {
        vectors[k] = (k % 4 == 0 ? side : skew) * random.nextGaussian();
      }
      for (int k = 0; k < 3; k++) {
        if (!periodicity.along(k) && random.nextBoolean()) {
          Arrays.fill(vectors, 3 * k, 3 * k + 3, 0);
        }
      }
      try {
        var cell = Cell.of(vectors, periodicity);
        if (cell.height(0) > 0.8 && cell.height(1) > 0.8 && cell.height(2) > 0.8) {
          return cell;
        }
      } catch (InputException _) {
        // too flat: try another
      }
    }
  }
}
