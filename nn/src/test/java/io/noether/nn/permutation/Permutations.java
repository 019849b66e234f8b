package io.noether.nn.permutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Relabellings of nodes: entry i says what node i becomes. */
final class Permutations {
  private Permutations() {}

  static int[] random(int nodes, Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, nodes).boxed().toList());
    Collections.shuffle(order, random);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Exchanges the first two of them, if there are two. */
  static int[] swap(int nodes) {
    return IntStream.range(0, nodes).map(i -> i < 2 && nodes > 1 ? 1 - i : i).toArray();
  }

  static int[] cycle(int nodes) {
    return IntStream.range(0, nodes).map(i -> (i + 1) % nodes).toArray();
  }

  /** All n! of them. */
  static List<int[]> all(int nodes) {
    List<int[]> all = new ArrayList<>();
    if (nodes == 0) {
      all.add(new int[0]);
      return all;
    }
    for (int[] shorter : all(nodes - 1)) {
      for (int at = 0; at < nodes; at++) {
        int[] longer = Arrays.copyOf(shorter, nodes);
        System.arraycopy(shorter, at, longer, at + 1, nodes - 1 - at);
        longer[at] = nodes - 1;
        all.add(longer);
      }
    }
    return all;
  }
}
