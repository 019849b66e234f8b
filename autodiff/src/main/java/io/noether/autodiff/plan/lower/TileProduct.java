package io.noether.autodiff.plan.lower;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * out (+)= alpha · A·B for the rows of a tile.
 *
 * @param i runs over rows of A and out
 * @param j runs over columns of B and out, contiguous
 * @param l is summed over
 * @param around offsets of the loops around the product
 */
public record TileProduct(Loop i, Loop j, Loop l, Around around, View out, View a, View b, double alpha, boolean add) {
  private static final int FEWEST_COLUMNS = 8;

  /**
   * Static loops around a product, unrolled.
   *
   * @param out offsets in the result, one for each turn; likewise the operands'
   * @param first whether a turn is the first to reach its part of the result
   */
  public record Around(int[] out, int[] a, int[] b, boolean[] first) {
    static Around of(List<Loop> loops) {
      var around = new Around(new int[1], new int[1], new int[1], new boolean[] {true});
      for (Loop loop : loops) {
        int n = loop.extent();
        int turns = around.out.length * n;
        var longer = new Around(new int[turns], new int[turns], new int[turns], new boolean[turns]);
        for (int k = 0; k < turns; k++) {
          longer.out[k] = around.out[k / n] + k % n * loop.out();
          longer.a[k] = around.a[k / n] + k % n * loop.a();
          longer.b[k] = around.b[k / n] + k % n * loop.b();
          longer.first[k] = around.first[k / n] && (loop.out() != 0 || k % n == 0);
        }
        around = longer;
      }
      return around;
    }
  }

  /** The matrix product that loops are, if they are one; {@code a} and {@code b} may change places. */
  static Optional<TileProduct> find(List<Loop> loops, View out, View a, View b, double alpha, boolean add) {
    return inOrder(loops, out, a, b, alpha, add)
        .or(() -> inOrder(loops.stream().map(Loop::swapped).toList(), out, b, a, alpha, add));
  }

  private static Optional<TileProduct> inOrder(List<Loop> loops, View out, View a, View b, double alpha,
      boolean add) {
    var i = longest(loops.stream().filter(x -> x.out() > 0 && x.a() > 0 && x.b() == 0).toList());
    var j = longest(loops.stream().filter(x -> x.out() == 1 && x.a() == 0 && x.b() == 1 && !x.perRow()).toList());
    var l = longest(loops.stream().filter(x -> x.out() == 0 && x.a() > 0 && x.b() > 0).toList());
    if (i.isEmpty() || j.isEmpty() || l.isEmpty() || j.get().extent() < FEWEST_COLUMNS) {
      return Optional.empty();
    }
    var rest = loops.stream().filter(x -> x != i.get() && x != j.get() && x != l.get()).toList();
    if (rest.stream().anyMatch(Loop::perRow)) {
      return Optional.empty();
    }
    return Optional.of(new TileProduct(i.get(), j.get(), l.get(), Around.of(rest), out, a, b, alpha, add));
  }

  /** The row loop if it is there, which cannot run around a kernel call; else the one that runs farthest. */
  private static Optional<Loop> longest(List<Loop> loops) {
    return loops.stream().max(Comparator.comparing(Loop::perRow).thenComparingInt(Loop::extent));
  }

  /** Drops loops that run once and joins those that are one longer loop in all three arrays. */
  static List<Loop> merge(List<Loop> given) {
    var loops = new ArrayList<>(given.stream().filter(l -> l.perRow() || l.extent() > 1).toList());
    loops.sort(Comparator.comparing((Loop l) -> !l.perRow())
        .thenComparingInt(l -> -Math.max(l.out(), Math.max(l.a(), l.b()))).thenComparingInt(l -> -l.out()));
    boolean merged = true;
    while (merged) {
      merged = false;
      for (int x = 0; x < loops.size() && !merged; x++) {
        for (int y = 0; y < loops.size() && !merged; y++) {
          Loop outer = loops.get(x);
          Loop inner = loops.get(y);
          int n = inner.extent();
          if (x != y && !inner.perRow() && outer.out() == inner.out() * n && outer.a() == inner.a() * n
              && outer.b() == inner.b() * n) {
            loops.set(x, new Loop(outer.extent() * n, outer.perRow(), inner.out(), inner.a(), inner.b()));
            loops.remove(y);
            merged = true;
          }
        }
      }
    }
    return loops;
  }

  @Override
  public String toString() {
    return "%s %s= %s%s·%s  [%s × %d × %s]".formatted(out, add ? "+" : "", alpha == 1 ? "" : alpha + "·", a, b,
        length(i), j.extent(), length(l));
  }

  private static String length(Loop loop) {
    return loop.perRow() ? loop.extent() == 1 ? "rows" : loop.extent() + "·rows" : Integer.toString(loop.extent());
  }
}
