package io.noether.nn.permutation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Nodes of a batch of graphs with only some pairs: those related by a symmetric relation that contains every (i, i),
 * as in a sparse graph's edges, both ways, and its nodes. Pairs lie in the order of their first node, then of their
 * second. Relabelling the nodes relabels the pairs, so the same layers stay equivariant; sums and means run over the
 * pairs that exist.
 */
public final class RelationBatch implements TupleBatch {
  private final int[] sizes;
  private final int[] graphOf;
  private final int[] start; // first pair of each node
  private final int[] second;

  /**
   * The relation made of edges, their reverses and all (i, i).
   *
   * @param sizes number of nodes of each graph; nodes are numbered through the batch
   * @param edges pairs of nodes of one graph in any order; what is there twice counts once
   */
  public RelationBatch(int[] sizes, List<int[]> edges) {
    this.sizes = sizes.clone();
    int nodes = Arrays.stream(sizes).sum();
    graphOf = new int[nodes];
    int node = 0;
    for (int graph = 0; graph < sizes.length; graph++) {
      Arrays.fill(graphOf, node, node + sizes[graph], graph);
      node += sizes[graph];
    }
    var pairs = new ArrayList<Long>();
    for (int[] edge : edges) {
      check(edge, nodes);
      pairs.add((long) edge[0] * nodes + edge[1]);
      pairs.add((long) edge[1] * nodes + edge[0]);
    }
    for (int i = 0; i < nodes; i++) {
      pairs.add((long) i * nodes + i);
    }
    long[] sorted = pairs.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    start = new int[nodes + 1];
    second = new int[sorted.length];
    for (int row = 0; row < sorted.length; row++) {
      second[row] = (int) (sorted[row] % nodes);
      start[(int) (sorted[row] / nodes) + 1] = row + 1;
    }
  }

  @Override
  public int highestOrder() {
    return 2;
  }

  @Override
  public int count(int order) {
    return switch (order) {
      case 0 -> sizes.length;
      case 1 -> graphOf.length;
      case 2 -> second.length;
      default -> throw new IllegalArgumentException("a relation has tuples up to order 2, not " + order);
    };
  }

  @Override
  public int[] map(int from, List<Integer> picks) {
    int[][] tuples = tuples(from);
    int[] rows = new int[count(from)];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = switch (picks.size()) {
        case 0 -> from == 0 ? row : graphOf[tuples[0][row]];
        case 1 -> tuples[picks.getFirst()][row];
        case 2 -> row(tuples[picks.getFirst()][row], tuples[picks.get(1)][row]);
        default -> throw new IllegalArgumentException("a relation has tuples up to order 2, not " + picks);
      };
    }
    return rows;
  }

  @Override
  public double[] share(int order) {
    double[] share = new double[count(order)];
    for (int row = 0; row < share.length; row++) {
      int longer = order == 0 ? sizes[row] : start[row + 1] - start[row];
      share[row] = longer == 0 ? 0 : 1.0 / longer;
    }
    return share;
  }

  /** The row of pair (i, j). @throws IllegalArgumentException if the two are not related */
  public int row(int i, int j) {
    int row = Arrays.binarySearch(second, start[i], start[i + 1], j);
    if (row < 0) {
      throw new IllegalArgumentException("nodes " + i + " and " + j + " are not related");
    }
    return row;
  }

  /** The nodes of each tuple of an order, one array for each index. */
  private int[][] tuples(int order) {
    int[] first = new int[count(order)];
    for (int node = 0; node < graphOf.length && order > 0; node++) {
      Arrays.fill(first, order == 1 ? node : start[node], order == 1 ? node + 1 : start[node + 1], node);
    }
    return new int[][] {first, second};
  }

  private void check(int[] edge, int nodes) {
    if (edge.length != 2 || Math.min(edge[0], edge[1]) < 0 || Math.max(edge[0], edge[1]) >= nodes
        || graphOf[edge[0]] != graphOf[edge[1]]) {
      throw new IllegalArgumentException(
          "edge " + Arrays.toString(edge) + " does not join two nodes of one graph; nodes"
              + " are numbered 0.." + (nodes - 1));
    }
  }
}
