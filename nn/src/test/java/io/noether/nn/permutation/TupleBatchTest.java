package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Graph;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Maps of tuples against their definition. */
class TupleBatchTest {
  private static final int HIGHEST = 4;

  @Property(tries = 50)
  void aMapPicksIndices(@ForAll long seed) {
    var random = new Random(seed);
    int[] sizes = random.ints(1 + random.nextInt(4), 0, 5).toArray();
    var batch = new DenseBatch(HIGHEST, sizes);
    int from = random.nextInt(HIGHEST + 1);
    int to = from == 0 ? 0 : random.nextInt(HIGHEST + 1);
    var picks = random.ints(to, 0, Math.max(1, from)).boxed().toList();
    int[] map = batch.map(from, picks);
    int source = 0;
    int target = 0;
    for (int n : sizes) {
      for (int row = 0; row < Indices.power(n, from); row++) {
        int[] tuple = Indices.tuple(row, n, from);
        int image = Indices.row(picks.stream().mapToInt(p -> tuple[p]).toArray(), n);
        assertEquals(target + image, map[source + row]);
      }
      source += Indices.power(n, from);
      target += Indices.power(n, to);
    }
    assertEquals(source, map.length);
    if (new Tuples(new Graph(), "t", HIGHEST).map(from, picks).sorted()) {
      for (int row = 1; row < map.length; row++) {
        assertTrue(map[row - 1] <= map[row], from + " → " + picks + " is said to be sorted");
      }
    }
  }

  @Property(tries = 20)
  void theCompleteRelationIsTheDenseBatch(@ForAll long seed) {
    var random = new Random(seed);
    int[] sizes = random.ints(1 + random.nextInt(4), 0, 5).toArray();
    var edges = new ArrayList<int[]>();
    int first = 0;
    for (int n : sizes) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          edges.add(random.nextBoolean() ? new int[] {first + i, first + j} : new int[] {first + j, first + i});
        }
      }
      first += n;
    }
    var dense = new DenseBatch(2, sizes);
    var relation = new RelationBatch(sizes, edges);
    var picks = List.of(List.<Integer>of(), List.of(0), List.of(1), List.of(0, 0), List.of(1, 0), List.of(1, 1));
    for (int order = 0; order <= 2; order++) {
      assertEquals(dense.count(order), relation.count(order));
      int from = order;
      for (var p : picks.stream().filter(p -> p.stream().allMatch(k -> k < from)).toList()) {
        assertArrayEquals(dense.map(order, p), relation.map(order, p), order + " → " + p);
      }
      if (order < 2) {
        assertArrayEquals(dense.share(order), relation.share(order));
      }
    }
  }

  @Test
  void aRelationHasEdgesBothWaysAndItsNodes() {
    var path = new RelationBatch(new int[] {3, 1}, List.of(new int[] {1, 0}, new int[] {0, 1}, new int[] {2, 1}));
    assertArrayEquals(new int[] {0, 0, 1, 1, 1, 2, 2, 3}, path.map(2, List.of(0)));
    assertArrayEquals(new int[] {0, 1, 0, 1, 2, 1, 2, 3}, path.map(2, List.of(1)));
    assertArrayEquals(new int[] {0, 2, 1, 3, 5, 4, 6, 7}, path.map(2, List.of(1, 0)));
    assertArrayEquals(new double[] {1 / 2.0, 1 / 3.0, 1 / 2.0, 1}, path.share(1));
    assertEquals(4, path.row(1, 2));
  }

  @Test
  void whatCannotBeIsRefused() {
    refused("does not join", () -> new RelationBatch(new int[] {2, 2}, List.of(new int[] {1, 2})));
    refused("not related", () -> new RelationBatch(new int[] {2}, List.of()).row(0, 1));
    refused("negative", () -> new DenseBatch(2, 3, -1));
    refused("too large", () -> new DenseBatch(3, 2708));
    refused("order 0 to 2", () -> new DenseBatch(2, 3).count(3));
    var tuples = new Tuples(new Graph(), "t", 2);
    refused("no indices", () -> tuples.map(1, 1));
    refused("order 0 to 2", () -> tuples.space(3));
  }

  private static void refused(String words, Runnable attempt) {
    var error = assertThrows(IllegalArgumentException.class, attempt::run);
    assertTrue(error.getMessage().contains(words), error.getMessage());
  }
}
