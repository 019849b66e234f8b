package io.noether.nn.graphs;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;

/** What a model starts from: the sets and maps of one graph with words, and the pairs that are to be scored. */
final class GraphFields {
  final Space words = Space.stored("words");
  final Space occurrences = Space.streamed("occurrences");
  final Space nodes = Space.stored("nodes");
  /** The graph's edges in both directions and each node with itself. */
  final Space pairs = Space.stored("pairs");
  /** The pairs to be scored. */
  final Space candidates = Space.stored("candidates");

  final Index wordOf = Index.of("wordOf", occurrences, words);
  final Index nodeOf = Index.sorted("nodeOf", occurrences, nodes);
  final Index row = Index.sorted("row", pairs, nodes);
  final Index column = Index.of("column", pairs, nodes);
  final Index first = Index.of("first", candidates, nodes);
  final Index second = Index.of("second", candidates, nodes);

  final Graph graph = new Graph();
  final int wordCount;
  /** How much a word counts for its node. */
  final Tensor weight = graph.input("weight", occurrences);
  /** 1/√(number of pairs that begin with the node). */
  final Tensor inverseRootDegree = graph.input("inverseRootDegree", nodes);

  /** @param wordCount number of different words, for initial values alone */
  GraphFields(int wordCount) {
    this.wordCount = wordCount;
  }

  /** Σ of the rows of a table that belong to a node's words. */
  Tensor bagOfWords(Tensor table) {
    return table.gather(wordOf).times(weight).sum(nodeOf);
  }

  /** D^-1/2 (A + I) D^-1/2 x, the step of a graph convolution (Kipf and Welling, arXiv 1609.02907, eq. 2). */
  Tensor convolve(Tensor x) {
    return x.times(inverseRootDegree).gather(column).sum(row).times(inverseRootDegree);
  }
}
