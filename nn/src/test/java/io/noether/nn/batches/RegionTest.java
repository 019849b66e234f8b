package io.noether.nn.batches;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which atoms and edges a region takes in, on a ring of ten atoms, each with edges from the two beside it. */
class RegionTest {
  private static final int ATOMS = 10;

  @Test
  void itReachesAsManyEdgesFarAsThereAreSteps() {
    Region region = ring(2);
    region.about(4, 6);
    assertArrayEquals(new int[] {2, 3, 4, 5, 6, 7}, atoms(region));
    assertEquals(8, region.edges(), "edges received by atoms one step away or less");
    for (int row = 0; row < region.atoms(); row++) {
      int atom = region.atom(row);
      assertEquals(row, region.row(atom));
      assertEquals(atom >= 3 && atom <= 6, region.receives(row), "atom " + atom);
      assertEquals(atom == 4 || atom == 5, region.owns(atom), "atom " + atom);
    }
  }

  @Test
  void itMayMeetItselfAndBeMadeAgain() {
    Region region = ring(3);
    region.about(0, 1);
    assertArrayEquals(new int[] {0, 1, 2, 3, 7, 8, 9}, atoms(region));
    region.about(0, 9);
    assertEquals(ATOMS, region.atoms());
    assertEquals(2 * ATOMS, region.edges());
    region.about(5, 6);
    assertArrayEquals(new int[] {2, 3, 4, 5, 6, 7, 8}, atoms(region));
    assertEquals(10, region.edges());
    assertTrue(region.owns(5));
    assertFalse(region.owns(0));
  }

  @Test
  void withoutMessagesAtomsAreAlone() {
    Region region = ring(0);
    region.about(3, 5);
    assertArrayEquals(new int[] {3, 4}, atoms(region));
    assertEquals(0, region.edges());
    assertFalse(region.receives(0));
  }

  private static int[] atoms(Region region) {
    return IntStream.range(0, region.atoms()).map(region::atom).toArray();
  }

  private static Region ring(int steps) {
    int[] offsets = IntStream.rangeClosed(0, ATOMS).map(i -> 2 * i).toArray();
    int[] senders = IntStream.range(0, 2 * ATOMS).map(e -> (e / 2 + (e % 2 == 0 ? 1 : ATOMS - 1)) % ATOMS).toArray();
    return new Region(steps, ATOMS, offsets, senders);
  }
}
