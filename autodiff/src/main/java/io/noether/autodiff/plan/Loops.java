package io.noether.autodiff.plan;

import io.noether.autodiff.kernels.Nest;
import io.noether.autodiff.kernels.Nest.Loop;
import io.noether.autodiff.kernels.Nest.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns the loops of a contraction into a kernel call: merges them, finds a matrix product, or arranges a nest. */
final class Loops {
  /** Rows assumed when loops are compared by length. */
  private static final int TYPICAL_ROWS = 32;

  private static final int SHORTEST_VECTOR_LOOP = 8;

  /** A loop nest and the static loops around it, or a matrix product. */
  sealed interface Call {
    /** A nest; {@code swapped} if the operands change places; {@code clear} if the result must be zeroed before. */
    record OfNest(Nest nest, Step.Outer loops, boolean swapped, boolean clear) implements Call {}

    /** A matrix product; {@code swapped} if the operands change places. */
    record OfMatrices(Loop i, Loop j, Loop l, Step.Outer loops, boolean swapped, boolean add, boolean clear)
        implements
          Call {}
  }

  private Loops() {}

  static Call arrange(List<Loop> given, double alpha, boolean add) {
    List<Loop> loops = merge(given);
    return matrices(loops, add, false).or(() -> matrices(loops.stream().map(Loops::swap).toList(), add, true))
        .orElseGet(() -> nest(loops, alpha, add));
  }

  private static Loop swap(Loop loop) {
    return new Loop(loop.extent(), loop.perRow(), loop.out(), loop.b(), loop.a());
  }

  /** Drops loops that run once and joins those that are one longer loop in all three arrays. */
  private static List<Loop> merge(List<Loop> given) {
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

  /** i: rows of A and C; j: columns of B and C, contiguous; l: summed over. What is left runs around the product. */
  private static Optional<Call> matrices(List<Loop> loops, boolean add, boolean swapped) {
    var i = longest(loops.stream().filter(x -> x.out() > 0 && x.a() > 0 && x.b() == 0).toList());
    var j = longest(loops.stream().filter(x -> x.out() == 1 && x.a() == 0 && x.b() == 1 && !x.perRow()).toList());
    var l = longest(loops.stream().filter(x -> x.out() == 0 && x.a() > 0 && x.b() > 0).toList());
    if (i.isEmpty() || j.isEmpty() || l.isEmpty() || j.get().extent() < SHORTEST_VECTOR_LOOP) {
      return Optional.empty();
    }
    var rest = loops.stream().filter(x -> x != i.get() && x != j.get() && x != l.get()).toList();
    if (rest.stream().anyMatch(Loop::perRow)) {
      return Optional.empty();
    }
    boolean clear = !add && rest.stream().anyMatch(x -> x.out() == 0);
    return Optional
        .of(new Call.OfMatrices(i.get(), j.get(), l.get(), Step.Outer.of(rest), swapped, add || clear, clear));
  }

  /** The row loop if it is there, which cannot run around a kernel call; else the one that runs farthest. */
  private static Optional<Loop> longest(List<Loop> loops) {
    return loops.stream().max(Comparator.comparing(Loop::perRow).thenComparingInt(Loop::extent));
  }

  private static Call nest(List<Loop> loops, double alpha, boolean add) {
    boolean swapped = false;
    Loop inner = Loop.ONCE;
    Mode mode = Mode.STRIDED;
    int best = SHORTEST_VECTOR_LOOP - 1;
    for (Loop loop : loops) {
      for (boolean swap : new boolean[] {false, true}) {
        Mode possible = mode(swap ? swap(loop) : loop);
        int length = length(loop) * (possible == Mode.DOT ? 1 : 2); // a dot product's lanes must be summed: worth less
        if (possible != Mode.STRIDED && length > best && length(loop) >= SHORTEST_VECTOR_LOOP) {
          best = length;
          inner = loop;
          mode = possible;
          swapped = swap;
        }
      }
    }
    if (mode == Mode.STRIDED) {
      inner = loops.stream().filter(l -> l.out() > 0).max(Comparator.comparingInt(Loops::length)).orElse(Loop.ONCE);
    }
    var rest = new ArrayList<>(loops);
    rest.remove(inner);
    rest.sort(Comparator.comparing((Loop l) -> !l.perRow()).thenComparingInt(l -> -length(l)));
    Loop[] slots = {Loop.ONCE, Loop.ONCE, Loop.ONCE}; // outer0, outer1, reduce
    var around = new ArrayList<Loop>();
    for (Loop loop : rest) {
      int slot = loop.out() == 0 ? 2 : slots[0] == Loop.ONCE ? 0 : 1;
      if (slots[slot] == Loop.ONCE) {
        slots[slot] = loop;
      } else {
        around.add(loop);
      }
    }
    boolean clear = !add && around.stream().anyMatch(l -> l.out() == 0);
    boolean swap = swapped;
    var around2 = around.stream().map(l -> swap ? swap(l) : l).toList();
    var nest =
        new Nest(mode, turn(slots[0], swap), turn(slots[1], swap), turn(slots[2], swap), turn(inner, swap), alpha,
            add || clear);
    return new Call.OfNest(nest, Step.Outer.of(around2), swap, clear);
  }

  private static Loop turn(Loop loop, boolean swap) {
    return swap && loop != Loop.ONCE ? swap(loop) : loop;
  }

  private static int length(Loop loop) {
    return loop.perRow() ? loop.extent() * TYPICAL_ROWS : loop.extent();
  }

  private static Mode mode(Loop loop) {
    if (loop.out() == 1 && loop.a() == 0 && loop.b() == 0) {
      return Mode.FILL;
    }
    if (loop.a() != 1) {
      return Mode.STRIDED;
    }
    if (loop.out() == 1) {
      return loop.b() == 1 ? Mode.VECTOR_VECTOR : loop.b() == 0 ? Mode.VECTOR_SCALAR : Mode.STRIDED;
    }
    return loop.out() == 0 && loop.b() <= 1 ? Mode.DOT : Mode.STRIDED;
  }
}
