package io.noether.nn.graphs;

import io.noether.autodiff.Execution;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A graph's words and some of its edges as the arrays that {@link GraphFields} are bound to. */
record GraphArrays(int nodes, int[] wordOf, int[] nodeOf, double[] weight, int[] row, int[] column,
    double[] inverseRootDegree) {

  /** @param edges the edges to be seen */
  static GraphArrays of(CitationGraph graph, NodePairs edges) {
    int nodes = graph.nodes();
    int[] wordOf = Arrays.stream(graph.wordsOf()).flatMapToInt(IntStream::of).toArray();
    int[] nodeOf = IntStream.range(0, nodes)
        .flatMap(i -> IntStream.generate(() -> i).limit(graph.wordsOf()[i].length)).toArray();
    double[] weight = new double[wordOf.length];
    Arrays.fill(weight, 1);
    long[] order = LongStream.concat(LongStream.range(0, nodes).map(i -> ordered(i, i)),
        IntStream.range(0, edges.size()).boxed().mapToLong(k -> 0)).toArray();
    for (int k = 0; k < edges.size(); k++) { // both ways
      order[nodes + k] = ordered(edges.first()[k], edges.second()[k]);
    }
    order = LongStream.concat(LongStream.of(order), IntStream.range(0, edges.size())
        .mapToLong(k -> ordered(edges.second()[k], edges.first()[k]))).sorted().toArray();
    NodePairs pairs = NodePairs.ofKeys(order);
    double[] root = new double[nodes];
    for (int i : pairs.first()) {
      root[i]++;
    }
    Arrays.setAll(root, i -> 1 / Math.sqrt(root[i]));
    return new GraphArrays(nodes, wordOf, nodeOf, weight, pairs.first(), pairs.second(), root);
  }

  private static long ordered(long row, long column) {
    return row << Integer.SIZE | column;
  }

  void bindTo(Execution execution, GraphFields fields, int words) {
    execution.resize(fields.words, words);
    execution.resize(fields.nodes, nodes);
    execution.resize(fields.occurrences, wordOf.length);
    execution.resize(fields.pairs, row.length);
    execution.bind(fields.wordOf, wordOf);
    execution.bind(fields.nodeOf, nodeOf);
    execution.bind(fields.weight, weight);
    execution.bind(fields.row, row);
    execution.bind(fields.column, column);
    execution.bind(fields.inverseRootDegree, inverseRootDegree);
  }
}
