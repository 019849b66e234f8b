package io.noether.graphs.molecules;

import static io.noether.graphs.molecules.AtomType.C;
import static io.noether.graphs.molecules.AtomType.O;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.core.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorruptionTest {
  private static final int TRIALS = 20_000;
  private static final double TOLERANCE = 0.02; // over five deviations

  private final RandomGenerator random = Seeds.generator(1);
  /** A quarter oxygen, half of the pairs bonded. */
  private final Corruption corruption = Corruption.of(List.of(Molecules.chain("1 2 1", C, C, O, C)));

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 1})
  void allPositionsAreTreatedAlike(double level) {
    var start = Molecules.chain("3 3 3", C, C, C, C);
    var count = new Count();
    for (int t = 0; t < TRIALS; t++) {
      count.add(corruption.apply(start, level, random));
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(level / 4, count.oxygen(i), TOLERANCE);
      for (int j = 0; j < i; j++) {
        double before = start.bond(i, j) == 3 ? 1 : 0;
        assertEquals((1 - level) * before + level * 0.5, count.bonded(i, j), TOLERANCE);
      }
    }
  }

  /** With the true molecule for a guess, a step down is as if the molecule had been corrupted less at once. */
  @Test
  void lowerLevelsHaveTheirLaw() {
    var clean = Molecules.chain("3 3 3", C, C, C, C);
    var count = new Count();
    for (int t = 0; t < TRIALS; t++) {
      count.add(corruption.lower(corruption.apply(clean, 0.8, random), 0.8, clean, 0.3, random));
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(0.3 / 4, count.oxygen(i), TOLERANCE);
      for (int j = 0; j < i; j++) {
        double before = clean.bond(i, j) == 3 ? 1 : 0;
        assertEquals(0.7 * before + 0.3 * 0.5, count.bonded(i, j), TOLERANCE);
      }
    }
  }

  @Test
  void withoutCorruptionNothingChanges() {
    var molecule = Molecules.chain("1 2 1", C, C, O, C);
    assertArrayEquals(molecule.bonds(), corruption.apply(molecule, 0, random).bonds());
    assertArrayEquals(molecule.bonds(), corruption.lower(corruption.noise(4, random), 1, molecule, 0, random).bonds());
  }

  private static final class Count {
    private int trials;
    private final int[] oxygens = new int[4];
    private final int[] bonds = new int[16];

    void add(MoleculeGraph molecule) {
      trials++;
      for (int i = 0; i < 4; i++) {
        oxygens[i] += molecule.atom(i) == O ? 1 : 0;
        for (int j = 0; j < 4; j++) {
          bonds[i * 4 + j] += molecule.bond(i, j) > 0 ? 1 : 0;
        }
      }
    }

    double oxygen(int i) {
      return (double) oxygens[i] / trials;
    }

    double bonded(int i, int j) {
      return (double) bonds[i * 4 + j] / trials;
    }
  }
}
