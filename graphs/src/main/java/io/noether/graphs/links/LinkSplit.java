package io.noether.graphs.links;

import io.noether.core.InputException;
import io.noether.core.Seeds;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A graph cut up to test the prediction of links, as Kipf and Welling (arXiv 1611.07308) do: a tenth of the edges are
 * for the test, a twentieth for validation, each with as many pairs that are no edges; the rest is what a model sees.
 *
 * @param training edges that a model may see
 * @param validation edges kept for choosing when to stop
 * @param validationOthers as many pairs that are not edges of the whole graph
 * @param test edges kept for the final score
 * @param testOthers as many pairs that are not edges of the whole graph, none of {@code validationOthers}
 */
public record LinkSplit(NodePairs training, NodePairs validation, NodePairs validationOthers, NodePairs test,
    NodePairs testOthers) {
  private static final int TEST_SHARE = 10; // one of so many
  private static final int VALIDATION_SHARE = 20;

  /**
   * Cuts up a graph.
   *
   * @throws InputException if the graph has fewer than 20 edges, or not enough pairs that are not edges
   */
  public static LinkSplit of(CitationGraph graph, long seed) {
    int edges = graph.edges().size();
    int test = edges / TEST_SHARE;
    int validation = edges / VALIDATION_SHARE;
    long pairs = (long) graph.nodes() * (graph.nodes() - 1) / 2;
    if (validation < 1) {
      throw new InputException("the graph has " + edges + " edges; a split needs at least " + VALIDATION_SHARE);
    }
    if (pairs - edges < 2L * (test + validation)) { // half of the others must stay, so that drawing ends soon
      throw new InputException("the graph has only " + (pairs - edges) + " pairs that are not edges; a split needs "
          + 2 * (test + validation));
    }
    RandomGenerator random = Seeds.generator(seed, "split");
    long[] order = graph.edges().keys();
    PairOrder.shuffle(order, random);
    NodePairs shuffled = NodePairs.ofKeys(order);
    long[] training = Arrays.copyOfRange(order, test + validation, edges);
    Arrays.sort(training);
    NodePairs others = others(graph, test + validation, random);
    return new LinkSplit(NodePairs.ofKeys(training), shuffled.part(test, test + validation),
        others.part(test, test + validation), shuffled.part(0, test), others.part(0, test));
  }

  /** Different pairs that are not edges. */
  private static NodePairs others(CitationGraph graph, int count, RandomGenerator random) {
    Set<Long> taken = new HashSet<>();
    for (long edge : graph.edges().keys()) {
      taken.add(edge);
    }
    var keys = new long[count];
    for (int found = 0; found < count;) {
      int a = random.nextInt(graph.nodes());
      int b = random.nextInt(graph.nodes());
      long key = NodePairs.key(a, b);
      if (a != b && taken.add(key)) {
        keys[found++] = key;
      }
    }
    return NodePairs.ofKeys(keys);
  }
}
