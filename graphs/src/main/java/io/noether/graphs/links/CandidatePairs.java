package io.noether.graphs.links;

import io.noether.autodiff.Execution;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The pairs of a training step: all links that may be seen and some others, drawn afresh each time. Links are, as in
 * Kipf and Welling's labels A + I, the edges both ways and each node with itself; others are all other ordered pairs,
 * also those kept for validation and test, as nobody knows them yet. The mean over the drawn ones is an unbiased estimate
 * of the mean over all.
 */
final class CandidatePairs {
  private final int nodes;
  private final int links;
  private final long[] seen;
  private final int[] first;
  private final int[] second;

  /** @param othersPerLink how many others are drawn for each link */
  CandidatePairs(int nodes, NodePairs edges, int othersPerLink) {
    this.nodes = nodes;
    links = 2 * edges.size() + nodes;
    seen = edges.keys();
    Arrays.sort(seen);
    int[] self = IntStream.range(0, nodes).toArray();
    var all = edges.and(edges.reversed()).and(new NodePairs(self, self));
    int count = Math.multiplyExact(1 + othersPerLink, links);
    first = Arrays.copyOf(all.first(), count);
    second = Arrays.copyOf(all.second(), count);
  }

  /** Binds what stays the same. */
  void bindTo(Execution execution, LinkProgram program) {
    int others = first.length - links;
    double[] label = new double[first.length];
    double[] share = new double[first.length];
    Arrays.setAll(label, k -> k < links ? 1 : -1);
    Arrays.setAll(share, k -> 0.5 / (k < links ? links : others));
    execution.resize(program.fields().candidates(), first.length);
    execution.bind(program.label(), label);
    execution.bind(program.share(), share);
  }

  /** Binds all pairs, the others as they were drawn last. */
  void bindDrawnTo(Execution execution, GraphFields fields) {
    execution.bind(fields.first(), first);
    execution.bind(fields.second(), second);
  }

  /** Draws others. */
  void draw(RandomGenerator random) {
    for (int k = links; k < first.length;) {
      int i = random.nextInt(nodes);
      int j = random.nextInt(nodes);
      if (i != j && Arrays.binarySearch(seen, NodePairs.key(i, j)) < 0) {
        first[k] = i;
        second[k] = j;
        k++;
      }
    }
  }

  /** The others that were drawn last. */
  NodePairs others() {
    return new NodePairs(first, second).part(links, first.length);
  }

  /** The links. */
  NodePairs links() {
    return new NodePairs(first, second).part(0, links);
  }
}
