package io.noether.core.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PermutationTest {
  @Property(tries = 100)
  void theInverseUndoes(@ForAll @IntRange(max = 30) int size, @ForAll long seed) {
    var permutation = Permutation.random(size, new Random(seed));
    assertEquals(permutation, Permutation.of(permutation.toArray()));
    var rows = new Random(seed).doubles(2L * size).toArray();
    assertArrayEquals(rows, permutation.inverse().applyToRows(permutation.applyToRows(rows)));
  }

  @Example
  void rowsGoWhereTheyShould() {
    var rows = new double[] {1, 2, 3, 4, 5, 6};
    assertArrayEquals(new double[] {5, 6, 1, 2, 3, 4}, Permutation.of(2, 0, 1).applyToRows(rows));
  }

  @Example
  void allSixOrdersOfThreeComeUpEquallyOften() {
    var counts = new HashMap<Permutation, Integer>();
    var random = new Random(3);
    for (int n = 0; n < 6000; n++) {
      counts.merge(Permutation.random(3, random), 1, Integer::sum);
    }
    assertEquals(6, counts.size());
    assertTrue(counts.values().stream().allMatch(c -> Math.abs(c - 1000) < 150), counts::toString);
  }

  @Example
  void otherListsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Permutation.of(0, 0));
    assertThrows(IllegalArgumentException.class, () -> Permutation.of(0, 2));
    assertThrows(IllegalArgumentException.class, () -> Permutation.of(-1));
  }
}
