package io.noether.nn.graphs;

import io.noether.autodiff.Execution;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The pairs of a training step: all links that may be seen and as many others, drawn afresh each time. Links are, as in
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

  CandidatePairs(int nodes, NodePairs edges) {
    this.nodes = nodes;
    links = 2 * edges.size() + nodes;
    seen = edges.keys();
    Arrays.sort(seen);
    int[] self = IntStream.range(0, nodes).toArray();
    var all = edges.and(edges.reversed()).and(new NodePairs(self, self));
    first = Arrays.copyOf(all.first(), 2 * links);
    second = Arrays.copyOf(all.second(), 2 * links);
  }

  /** Binds what stays the same. */
  void bindTo(Execution execution, LinkProgram program) {
    double[] label = new double[2 * links];
    double[] share = new double[2 * links];
    Arrays.setAll(label, k -> k < links ? 1 : -1);
    Arrays.fill(share, 0.5 / links);
    execution.resize(program.fields().candidates(), 2 * links);
    execution.bind(program.label(), label);
    execution.bind(program.share(), share);
  }

  /** Draws others and binds all. */
  void drawTo(Execution execution, GraphFields fields, RandomGenerator random) {
    draw(random);
    execution.bind(fields.first(), first);
    execution.bind(fields.second(), second);
  }

  /** Draws others and returns them. */
  NodePairs draw(RandomGenerator random) {
    for (int k = links; k < 2 * links;) {
      int i = random.nextInt(nodes);
      int j = random.nextInt(nodes);
      if (i != j && Arrays.binarySearch(seen, NodePairs.key(i, j)) < 0) {
        first[k] = i;
        second[k] = j;
        k++;
      }
    }
    return new NodePairs(first, second).part(links, 2 * links);
  }

  /** The links. */
  NodePairs links() {
    return new NodePairs(first, second).part(0, links);
  }
}
