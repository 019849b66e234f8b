package io.noether.graphs.links;

import java.util.stream.IntStream;

/**
 * A list of pairs of nodes; the arrays are this object's own and are not to be written to.
 *
 * @param first first node of each pair
 * @param second second node of each pair
 */
public record NodePairs(int[] first, int[] second) {
  /** Checks the lists. @throws IllegalArgumentException if they are not equally long */
  public NodePairs {
    if (first.length != second.length) {
      throw new IllegalArgumentException(first.length + " first nodes and " + second.length + " second nodes");
    }
  }

  /** Pairs from keys made by {@link #key}. */
  static NodePairs ofKeys(long[] keys) {
    var first = new int[keys.length];
    var second = new int[keys.length];
    for (int k = 0; k < keys.length; k++) {
      first[k] = (int) (keys[k] >>> Integer.SIZE);
      second[k] = (int) keys[k];
    }
    return new NodePairs(first, second);
  }

  /** A number that unordered pairs of nodes share if and only if they are equal; it sorts by the smaller node first. */
  static long key(int a, int b) {
    return (long) Math.min(a, b) << Integer.SIZE | Math.max(a, b);
  }

  /** The key of each pair. */
  long[] keys() {
    return IntStream.range(0, size()).mapToLong(k -> key(first[k], second[k])).toArray();
  }

  /** Number of pairs. */
  public int size() {
    return first.length;
  }

  /** Each pair the other way round. */
  NodePairs reversed() {
    return new NodePairs(/* first= */ second, /* second= */ first);
  }

  /** These pairs, then others. */
  NodePairs and(NodePairs others) {
    return new NodePairs(joined(first, others.first), joined(second, others.second));
  }

  /** The pairs with numbers {@code from} to {@code to}, the latter excluded. */
  NodePairs part(int from, int to) {
    return new NodePairs(java.util.Arrays.copyOfRange(first, from, to), java.util.Arrays.copyOfRange(second, from, to));
  }

  /** These pairs after every node i was renamed to {@code names[i]}. */
  NodePairs renamed(int[] names) {
    return new NodePairs(IntStream.of(first).map(i -> names[i]).toArray(),
        IntStream.of(second).map(i -> names[i]).toArray());
  }

  private static int[] joined(int[] a, int[] b) {
    return IntStream.concat(IntStream.of(a), IntStream.of(b)).toArray();
  }
}
