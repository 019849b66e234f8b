package io.noether.graphs.links;

import io.noether.autodiff.Function;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.nn.layers.Glorot;
import io.noether.nn.permutation.Tuples;

/**
 * What a model starts from: the sets and maps of one graph whose nodes carry words, and the pairs that are to be scored.
 * The pairs of {@link #tuples()} are the edges that may be seen, both ways, and each node with itself.
 */
final class GraphFields {
  private final Graph graph = new Graph();
  private final Tuples tuples = new Tuples(graph, "citations", 2);
  private final int wordCount;
  private final Space words = Space.stored("words");
  private final Space occurrences = Space.streamed("occurrences");
  private final Space candidates = Space.stored("candidates");
  private final Index wordOf = Index.of("wordOf", occurrences, words);
  private final Index nodeOf = Index.sorted("nodeOf", occurrences, tuples.space(1));
  private final Index first = Index.of("first", candidates, tuples.space(1));
  private final Index second = Index.of("second", candidates, tuples.space(1));

  /** @param wordCount number of different words */
  GraphFields(int wordCount) {
    this.wordCount = wordCount;
  }

  Graph graph() {
    return graph;
  }

  /** Nodes and related pairs. */
  Tuples tuples() {
    return tuples;
  }

  Space nodes() {
    return tuples.space(1);
  }

  Space words() {
    return words;
  }

  int wordCount() {
    return wordCount;
  }

  Space occurrences() {
    return occurrences;
  }

  /** The pairs to be scored. */
  Space candidates() {
    return candidates;
  }

  /** The word of an occurrence. */
  Index wordOf() {
    return wordOf;
  }

  /** The node that an occurrence belongs to. */
  Index nodeOf() {
    return nodeOf;
  }

  /** The first node of a candidate. */
  Index first() {
    return first;
  }

  /** The second node of a candidate. */
  Index second() {
    return second;
  }

  /** X W, where X_iw = 1 if node i has word w: the rows of a new table of words, summed to the nodes that have them. */
  Tensor wordSums(String name, int channels) {
    Tensor table = graph.parameter(name, words, Glorot.uniform(wordCount, channels), channels);
    return table.gather(wordOf).sum(nodeOf);
  }

  /** x W, without a bias. */
  Tensor linearWithoutBias(String name, Tensor x, int channels) {
    int in = x.shape().dim(0);
    return graph.contract("k,kn->n", x, graph.parameter(name, Space.POINT, Glorot.uniform(in, channels), in, channels));
  }

  /** D^-1/2 (A + I) D^-1/2 x, the step of a graph convolution (Kipf and Welling, arXiv 1609.02907, eq. 2). */
  Tensor convolve(Tensor x) {
    Tensor inverseRootDegree = tuples.share(1).sqrt();
    return x.times(inverseRootDegree).gather(tuples.map(2, 1)).sum(tuples.map(2, 0)).times(inverseRootDegree);
  }

  static Tensor relu(Tensor x) {
    return x.times(x.apply(Function.STEP));
  }
}
