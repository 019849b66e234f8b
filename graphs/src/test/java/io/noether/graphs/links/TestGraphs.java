package io.noether.graphs.links;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Small graphs for tests. */
final class TestGraphs {
  private TestGraphs() {}

  /**
   * Papers of some fields: those of one field cite each other and share words, others hardly.
   *
   * @param fields number of fields, of 20 papers and 10 words each
   */
  static CitationGraph communities(int fields, long seed) {
    var random = new Random(seed);
    int nodes = 20 * fields;
    int[][] words = IntStream.range(0, nodes).mapToObj(i -> IntStream.range(0, 6)
        .map(k -> k == 0 ? random.nextInt(10 * fields) : i / 20 * 10 + random.nextInt(10)).sorted().distinct()
        .toArray())
        .toArray(int[][]::new);
    var keys = LongStream.builder();
    for (int i = 0; i < nodes; i++) {
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < (i / 20 == j / 20 ? 0.4 : 0.01)) {
          keys.add(NodePairs.key(i, j));
        }
      }
    }
    return new CitationGraph(10 * fields, words, NodePairs.ofKeys(keys.build().sorted().toArray()));
  }

  /** Any graph: some nodes have no word, some no edge. */
  static CitationGraph random(int nodes, int words, int edges, Random random) {
    var wordsOf = new int[nodes][];
    for (int i = 0; i < nodes; i++) {
      wordsOf[i] = random.ints(random.nextInt(4), 0, words).sorted().distinct().toArray();
    }
    var keys = new TreeSet<Long>();
    while (keys.size() < edges) {
      int a = random.nextInt(nodes);
      int b = random.nextInt(nodes);
      if (a != b) {
        keys.add(NodePairs.key(a, b));
      }
    }
    return new CitationGraph(words, wordsOf, NodePairs.ofKeys(keys.stream().mapToLong(Long::longValue).toArray()));
  }

  /** The same graph where node i is called {@code names[i]}. */
  static CitationGraph renamed(CitationGraph graph, int[] names) {
    var wordsOf = new int[graph.nodes()][];
    for (int i = 0; i < names.length; i++) {
      wordsOf[names[i]] = graph.wordsOf()[i];
    }
    return new CitationGraph(graph.words(), wordsOf, graph.edges().renamed(names));
  }
}
