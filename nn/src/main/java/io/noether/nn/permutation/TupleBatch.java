package io.noether.nn.permutation;

import java.util.List;

/** The tuples of a batch of graphs as numbers, to be bound with {@link Tuples#bind}. */
public sealed interface TupleBatch permits DenseBatch, RelationBatch {
  /** The largest order of tuples there are. */
  int highestOrder();

  /** Number of tuples of an order; of order 0, the number of graphs. */
  int count(int order);

  /**
   * The map that sends a tuple (i_0, …) to the tuple (i_{picks[0]}, i_{picks[1]}, …).
   *
   * @param from order of the tuples that are mapped
   * @return for each of them, the row of its image; not to be changed
   */
  int[] map(int from, List<Integer> picks);

  /**
   * For each tuple of an order, one over the number of longer tuples that begin with it: what makes a sum over the last
   * index a mean.
   */
  double[] share(int order);
}
