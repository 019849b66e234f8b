package io.noether.nn.inference;

import io.noether.core.Cell;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;

/** Structures of hydrogen and carbon, at random but without close pairs, the same for the same seed. */
final class Bodies {
  private static final double SPACING = 1.7; // Å
  private static final double JITTER = 0.35; // Å, to either side

  private Bodies() {}

  /** Atoms on a jittered grid, not periodic; {@code na}·{@code nb}·{@code nc} of them, in random order. */
  static Structure cluster(long seed, int na, int nb, int nc) {
    var random = new Random(seed);
    return Structure.of(numbers(random, na * nb * nc), positions(random, na, nb, nc));
  }

  /** The same in a sheared cell that repeats in all directions. */
  static Structure crystal(long seed, int na, int nb, int nc) {
    var random = new Random(seed);
    double[] positions = positions(random, na, nb, nc);
    double shear = 0.2;
    for (int i = 0; i < positions.length; i += 3) {
      positions[i] += shear * positions[i + 1];
    }
    return Structure.of(numbers(random, na * nb * nc), positions,
        Cell.of(na * SPACING, 0, 0, shear * nb * SPACING, nb * SPACING, 0, 0, 0, nc * SPACING));
  }

  private static int[] numbers(Random random, int atoms) {
    return random.ints(atoms, 0, 2).map(k -> k == 0 ? 1 : 6).toArray();
  }

  private static double[] positions(Random random, int na, int nb, int nc) {
    var places = new ArrayList<int[]>();
    for (int k = 0; k < na * nb * nc; k++) {
      places.add(new int[] {k / (nb * nc), k / nc % nb, k % nc});
    }
    Collections.shuffle(places, random);
    return places.stream().flatMapToDouble(p -> java.util.Arrays.stream(p)
        .mapToDouble(n -> n * SPACING + JITTER * (2 * random.nextDouble() - 1))).toArray();
  }
}
