package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.plan.lower.View;
import io.noether.autodiff.plan.lower.Work;
import java.util.List;

/**
 * The numbers of each row that a view touches: from the first to the last.
 *
 * @param storage the array
 */
public record Extent(int storage, int from, int to) {
  /** What a result touches over its loops. */
  static Extent ofResult(Work.Update update) {
    return over(update.out(), update.loops().stream().map(l -> new int[] {l.extent(), l.out()}).toList());
  }

  static Extent ofA(Work.Update update) {
    return over(update.a(), update.loops().stream().map(l -> new int[] {l.extent(), l.a()}).toList());
  }

  static Extent ofB(Work.Update update) {
    return over(update.b(), update.loops().stream().map(l -> new int[] {l.extent(), l.b()}).toList());
  }

  /**
   * What an address reaches.
   *
   * @param loops how far the loops around it run, outermost first
   */
  public static Extent of(Address address, List<Integer> loops) {
    int to = address.offset() + 1;
    for (int d = 0; d < address.steps().size(); d++) {
      to += (loops.get(loops.size() - address.steps().size() + d) - 1) * address.steps().get(d);
    }
    return new Extent(address.base().array(), address.offset(), to);
  }

  /** All of the array that a view lies in. */
  static Extent whole(View view) {
    return new Extent(view.storage(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static Extent over(View view, List<int[]> loops) {
    int to = view.offset() + 1;
    for (int[] loop : loops) {
      to += (loop[0] - 1) * loop[1];
    }
    return new Extent(view.storage(), view.offset(), to);
  }

  boolean overlaps(Extent other) {
    return storage == other.storage && from < other.to && other.from < to;
  }
}
