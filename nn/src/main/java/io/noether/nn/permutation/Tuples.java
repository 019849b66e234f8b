package io.noether.nn.permutation;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tuples of the nodes of a batch of graphs as spaces: graphs (order 0), nodes (1), pairs (2), triplets (3), …,
 * joined by the maps that pick indices. All of them commute with relabelling nodes: projections such as
 * (i, j) → (i), transpositions (i, j) → (j, i) and diagonal embeddings (i) → (i, i).
 *
 * <p>This is the symbolic part, built once with a graph of tensors; a {@link TupleBatch} binds it to numbers.
 */
public final class Tuples {
  private static final List<String> NAMES = List.of("graphs", "nodes", "pairs", "triplets");

  private record Picks(int from, List<Integer> picks) {}

  private final Graph graph;
  private final String name;
  private final int highestOrder;
  private final Map<Picks, Index> maps = new LinkedHashMap<>();
  private final Map<Integer, Tensor> shares = new TreeMap<>();

  /**
   * Tuples up to an order.
   *
   * @param name begins the names of spaces, maps and inputs; several of them may live in one graph
   */
  public Tuples(Graph graph, String name, int highestOrder) {
    this.graph = graph;
    this.name = name;
    this.highestOrder = highestOrder;
  }

  /** The graph in which fields over these tuples live. */
  public Graph graph() {
    return graph;
  }

  /** The largest order of tuples. */
  public int highestOrder() {
    return highestOrder;
  }

  /** The tuples of an order, those of order 0 being the graphs themselves. */
  public Space space(int order) {
    if (order < 0 || order > highestOrder) {
      throw new IllegalArgumentException(name + " has tuples of order 0 to " + highestOrder + ", not " + order);
    }
    return Space.stored(name + "." + (order < NAMES.size() ? NAMES.get(order) : order + "-tuples"));
  }

  /** The order of the tuples that a field lives on. */
  public int order(Tensor x) {
    return IntStream.rangeClosed(0, highestOrder).filter(order -> space(order).equals(x.space())).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(x + " is not a field over tuples of " + name));
  }

  /**
   * The map (i_0, …, i_{from-1}) → (i_{picks[0]}, i_{picks[1]}, …): {@code map(2, 0)} takes a pair to its first node,
   * {@code map(2, 1, 0)} transposes, {@code map(1, 0, 0)} takes a node to its place on the diagonal, {@code map(2)} takes
   * a pair to its graph.
   */
  public Index map(int from, int... picks) {
    return map(from, IntStream.of(picks).boxed().toList());
  }

  Index map(int from, List<Integer> picks) {
    if (picks.stream().anyMatch(k -> k < 0 || k >= from)) {
      throw new IllegalArgumentException("a tuple of order " + from + " has no indices " + picks);
    }
    // Tuples are in lexicographic order, which picks keep if every index appears only after all smaller ones have.
    boolean sorted = picks.equals(SetPartitions.renumbered(picks));
    String label = Stream.concat(Stream.of(space(from).name()), picks.stream().map(String::valueOf))
        .collect(Collectors.joining("."));
    return maps.computeIfAbsent(new Picks(from, picks),
        _ -> new Index(label, space(from), space(picks.size()), sorted));
  }

  /** The field taken back along picks: y at (i_0, …) is x at (i_{picks[0]}, …); x itself where nothing moves. */
  Tensor gather(Tensor x, int from, List<Integer> picks) {
    boolean identity = picks.equals(IntStream.range(0, from).boxed().toList());
    return identity ? x : x.gather(map(from, picks));
  }

  /** The mean over one index of the tuples, which leaves a field over shorter tuples. */
  public Tensor mean(Tensor x, int dropped) {
    int from = order(x);
    var picks = IntStream.range(0, from).filter(k -> k != dropped).boxed().toList();
    return x.sum(map(from, picks)).times(share(from - 1));
  }

  /** One over the number of tuples with one index more that begin with a given tuple: an input, bound with the batch. */
  public Tensor share(int order) {
    return shares.computeIfAbsent(order, k -> graph.input(name + ".share." + k, space(k)));
  }

  /** Sets sizes and binds all maps and shares asked for so far: call it when the network is built. */
  public void bind(Execution execution, TupleBatch batch) {
    if (batch.highestOrder() < highestOrder) {
      throw new IllegalArgumentException(
          name + " needs tuples of order " + highestOrder + "; the batch has them up to " + batch.highestOrder());
    }
    for (int order = 0; order <= highestOrder; order++) {
      execution.resize(space(order), batch.count(order));
    }
    maps.forEach((key, index) -> execution.bind(index, batch.map(key.from, key.picks)));
    shares.forEach((order, share) -> execution.bind(share, batch.share(order)));
  }
}
