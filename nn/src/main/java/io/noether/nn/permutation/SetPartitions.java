package io.noether.nn.permutation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.combinatorics.Stirling;

/**
 * The ways to divide n things into blocks, each written as its restricted growth string: the block of every thing,
 * blocks numbered in the order in which they first appear. {@code [0, 0, 1]} puts the first two together.
 */
public final class SetPartitions {
  /** Bell(10) is 115,975: more than any layer can use. */
  private static final int LARGEST = 10;

  private SetPartitions() {}

  /**
   * All set partitions in lexicographic order, the one with a single block first.
   *
   * @param things 0 to 10
   */
  public static List<List<Integer>> of(int things) {
    requireFew(things);
    var all = new ArrayList<List<Integer>>();
    all.add(List.of());
    for (int n = 0; n < things; n++) {
      var longer = new ArrayList<List<Integer>>();
      for (List<Integer> start : all) {
        for (int block = 0; block <= blocks(start); block++) {
          var next = new ArrayList<>(start);
          next.add(block);
          longer.add(List.copyOf(next));
        }
      }
      all.clear();
      all.addAll(longer);
    }
    return List.copyOf(all);
  }

  private static void requireFew(int things) {
    if (things < 0 || things > LARGEST) {
      throw new IllegalArgumentException("set partitions of " + things + " things: between 0 and 10 are possible");
    }
  }

  /**
   * How many set partitions there are, which is the Bell number, the sum of the Stirling numbers of the second kind: 1, 1,
   * 2, 5, 15, 52, 203, 877, …
   *
   * @param things 0 to 10
   */
  public static int count(int things) {
    requireFew(things);
    return (int) IntStream.rangeClosed(0, things).mapToLong(blocks -> Stirling.stirlingS2(things, blocks)).sum();
  }

  /** Number of blocks of a partition. */
  static int blocks(List<Integer> partition) {
    return partition.stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
  }

  /** The set partition that has equal labels in one block, blocks numbered in the order in which they first appear. */
  static List<Integer> renumbered(List<Integer> labels) {
    List<Integer> seen = labels.stream().distinct().toList();
    return labels.stream().map(seen::indexOf).toList();
  }
}
