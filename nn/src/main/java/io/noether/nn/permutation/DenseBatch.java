package io.noether.nn.permutation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All tuples of the nodes of each graph, one graph after another, the tuples of a graph in row-major order: pair (i, j)
 * of a graph of n nodes is its row i·n + j.
 *
 * <p>Maps are made when first asked for and kept; one thread at a time may use a batch.
 */
public final class DenseBatch implements TupleBatch {
  private final int[] sizes;
  private final int highestOrder;
  private final Map<Integer, Map<List<Integer>, int[]>> maps = new HashMap<>();

  /**
   * Graphs of the given numbers of nodes.
   *
   * @param highestOrder the largest order of tuples that will be asked for
   * @param sizes 0 or more each
   * @throws IllegalArgumentException if there are more than 2³¹ - 1 tuples
   */
  public DenseBatch(int highestOrder, int... sizes) {
    this.sizes = sizes.clone();
    this.highestOrder = highestOrder;
    if (highestOrder < 0 || Arrays.stream(sizes).anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException(
          "neither sizes of graphs nor orders are negative: " + highestOrder + ", " + Arrays.toString(sizes));
    }
    double most = Arrays.stream(sizes).mapToDouble(n -> Math.pow(n, highestOrder)).sum();
    if (most > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a batch of %,.0f tuples of order %d is too large; take fewer or smaller graphs"
              .formatted(most, highestOrder));
    }
  }

  @Override
  public int highestOrder() {
    return highestOrder;
  }

  @Override
  public int count(int order) {
    if (order < 0 || order > highestOrder) {
      throw new IllegalArgumentException("this batch has tuples of order 0 to " + highestOrder + ", not " + order);
    }
    int total = 0;
    for (int n : sizes) {
      total += power(n, order);
    }
    return total;
  }

  @Override
  public int[] map(int from, List<Integer> picks) {
    return maps.computeIfAbsent(from, _ -> new HashMap<>()).computeIfAbsent(List.copyOf(picks), p -> mapped(from, p));
  }

  @Override
  public double[] share(int order) {
    double[] share = new double[count(order)];
    int row = 0;
    for (int n : sizes) {
      int rows = power(n, order);
      Arrays.fill(share, row, row + rows, n == 0 ? 0 : 1.0 / n);
      row += rows;
    }
    return share;
  }

  private int[] mapped(int from, List<Integer> picks) {
    int[] rows = new int[count(from)];
    int row = 0;
    int base = 0; // first image of this graph
    for (int n : sizes) {
      int[] strides = new int[from]; // how far the image moves when an index grows by one
      for (int k = 0; k < picks.size(); k++) {
        strides[picks.get(k)] += power(n, picks.size() - 1 - k);
      }
      int[] tuple = new int[from];
      int image = base;
      for (int end = row + power(n, from); row < end; row++) {
        rows[row] = image;
        for (int k = from - 1; k >= 0; k--) { // the next tuple, the last index fastest
          image += strides[k];
          if (++tuple[k] < n) {
            break;
          }
          image -= n * strides[k];
          tuple[k] = 0;
        }
      }
      base += power(n, picks.size());
    }
    return rows;
  }

  private static int power(int n, int exponent) {
    int product = 1;
    for (int k = 0; k < exponent; k++) {
      product *= n;
    }
    return product;
  }
}
