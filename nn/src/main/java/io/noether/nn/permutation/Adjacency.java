package io.noether.nn.permutation;

import io.noether.autodiff.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What makes layers local: products with a given field over pairs, such as the adjacency matrix. Both operations are
 * made of maps of tuples, so they commute with relabelling as long as the field moves with the nodes.
 *
 * @param tuples where the field lives
 * @param pairs a over pairs, rows [] or [channels]
 */
public record Adjacency(Tuples tuples, Tensor pairs) {
  /** Checks that the field is one over pairs. */
  public Adjacency {
    if (!pairs.space().equals(tuples.space(2))) {
      throw new IllegalArgumentException("an adjacency is a field over " + tuples.space(2) + ", not " + pairs);
    }
  }

  /**
   * y = a_pq·x: keeps a field over tuples where two of their nodes are adjacent.
   *
   * @param x over tuples of order 1 or more
   * @param p index of a tuple
   * @param q index of a tuple; the same as p for the diagonal of a
   */
  public Tensor times(Tensor x, int p, int q) {
    return x.times(tuples.gather(pairs, tuples.order(x), List.of(p, q)));
  }

  /**
   * y_{i…} = Σ_j a_ij·x_{j…}: the sum over neighbours of the first node. For x over tuples of order k this walks through
   * tuples of order k + 1, so for nodes through pairs, and for pairs (a matrix product) through triplets. Sums are not
   * means: an a divided by the number of neighbours makes them so.
   */
  public Tensor neighbours(Tensor x) {
    int order = tuples.order(x);
    List<Integer> first = IntStream.rangeClosed(0, order).filter(k -> k != 1).boxed().toList(); // (i, …)
    List<Integer> second = IntStream.rangeClosed(1, order).boxed().toList(); // (j, …)
    return times(x.gather(tuples.map(order + 1, second)), 0, 1).sum(tuples.map(order + 1, first));
  }
}
