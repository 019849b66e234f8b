package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetPartitionsTest {
  @Test
  void bellNumbers() {
    int[] bell = {1, 1, 2, 5, 15, 52, 203, 877, 4140};
    for (int n = 0; n < bell.length; n++) {
      assertEquals(bell[n], SetPartitions.count(n));
      assertEquals(bell[n], new HashSet<>(SetPartitions.of(n)).size(), "all different");
    }
  }

  @Test
  void blocksAreNumberedAsTheyAppear() {
    for (List<Integer> partition : SetPartitions.of(6)) {
      assertEquals(partition, SetPartitions.renumbered(partition));
    }
    assertEquals(List.of(0, 1, 0, 2), SetPartitions.renumbered(List.of(7, 3, 7, 0)));
    assertEquals(Set.of(List.of(0, 0), List.of(0, 1)), Set.copyOf(SetPartitions.of(2)));
  }

  @Test
  void tooManyThingsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SetPartitions.of(11));
    assertThrows(IllegalArgumentException.class, () -> SetPartitions.of(-1));
  }
}
