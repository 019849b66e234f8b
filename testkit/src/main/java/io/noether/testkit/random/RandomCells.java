package io.noether.testkit.random;

import io.noether.core.Cell;
import io.noether.core.Periodicity;
import java.util.random.RandomGenerator;

/** Random cells of any shape and handedness. The same state of the generator gives the same ones. */
public final class RandomCells {
  private RandomCells() {}

  /**
   * A cell with three random vectors.
   *
   * @param volume |a·(b×c)|, Å³
   * @param periodicity along which vectors it repeats
   */
  public static Cell cell(RandomGenerator random, double volume, Periodicity periodicity) {
    double edge = Math.cbrt(volume);
    while (true) {
      double[] vectors = new double[9];
      for (int k = 0; k < 9; k++) {
        vectors[k] = (k % 4 == 0 ? 1 : 0) + 0.4 * random.nextGaussian();
      }
      double scale = edge / Math.cbrt(Cell.of(vectors, Periodicity.NONE).volume());
      for (int k = 0; k < 9; k++) {
        vectors[k] *= scale;
      }
      if (faces(vectors, volume) > 0.6 * edge) {
        return Cell.of(vectors, periodicity).transformed(RandomRotations.rotation(random));
      }
    }
  }

  /** The smallest distance of two faces: volume over area. */
  private static double faces(double[] v, double volume) {
    double largest = 0;
    for (int k = 0; k < 3; k++) {
      int p = 3 * k;
      int q = 3 * ((k + 1) % 3);
      double square = 0;
      for (int a = 0; a < 3; a++) {
        int b = (a + 1) % 3;
        int c = (a + 2) % 3;
        double component = v[p + b] * v[q + c] - v[p + c] * v[q + b];
        square += component * component;
      }
      largest = Math.max(largest, Math.sqrt(square));
    }
    return volume / largest;
  }

  /**
   * Whole numbers that combine lattice vectors into others of the same lattice.
   *
   * @param periodicity only the vectors that repeat are combined
   * @return a 3x3 matrix of determinant ±1, row by row: new vector k is Σ_j m[k, j]·(old vector j)
   */
  public static int[] unimodular(RandomGenerator random, Periodicity periodicity) {
    int[] m = {1, 0, 0, 0, 1, 0, 0, 0, 1};
    for (int operation = 0; operation < 6; operation++) {
      int k = random.nextInt(3);
      int j = (k + 1 + random.nextInt(2)) % 3;
      int times = random.nextBoolean() ? 1 : -1;
      if (periodicity.along(k) && periodicity.along(j)) {
        for (int column = 0; column < 3; column++) {
          m[3 * k + column] += times * m[3 * j + column];
        }
      }
    }
    int flipped = random.nextInt(3);
    for (int column = 0; column < 3; column++) {
      m[3 * flipped + column] = -m[3 * flipped + column];
    }
    return m;
  }
}
