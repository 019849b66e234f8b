package io.noether.graphs.links;

import io.noether.autodiff.Execution;
import io.noether.nn.permutation.RelationBatch;
import java.util.Arrays;
import java.util.stream.IntStream;

/** What a model sees of a graph, the words of its nodes and some of its edges, to be bound to a program. */
final class SeenGraph {
  private final int words;
  private final int[] wordOf;
  private final int[] nodeOf;
  private final RelationBatch relation;

  /** @param edges the edges to be seen */
  SeenGraph(CitationGraph graph, NodePairs edges) {
    int[][] wordsOf = graph.wordsOf();
    words = graph.words();
    wordOf = Arrays.stream(wordsOf).flatMapToInt(IntStream::of).toArray();
    nodeOf = IntStream.range(0, graph.nodes()).flatMap(i -> IntStream.of(wordsOf[i]).map(_ -> i)).toArray();
    relation = new RelationBatch(new int[] {graph.nodes()}, IntStream.range(0, edges.size())
        .mapToObj(k -> new int[] {edges.first()[k], edges.second()[k]}).toList());
  }

  /** Sets sizes and maps; to be called when the network is built. */
  void bindTo(Execution execution, GraphFields fields) {
    execution.resize(fields.words(), words);
    execution.resize(fields.occurrences(), wordOf.length);
    fields.tuples().bind(execution, relation);
    execution.bind(fields.wordOf(), wordOf);
    execution.bind(fields.nodeOf(), nodeOf);
  }
}
