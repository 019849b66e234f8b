package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.plan.lower.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Cuts a pass's work into groups that are either row-wise, and become loops over rows, or products of whole tiles. What
 * no product needs is done as late as possible, so that it meets its readers in one loop and passes them its numbers in
 * registers.
 */
final class Grouping {
  private Grouping() {}

  /** Groups in the order in which they run; work within a group is in its given order. */
  static List<List<Work>> of(List<Work> work) {
    List<BitSet> readers = dependents(work);
    var groups = new ArrayList<List<Work>>();
    var left = new BitSet();
    left.set(0, work.size());
    boolean products = false;
    while (!left.isEmpty()) {
      var group = new ArrayList<Work>();
      for (int k = left.length() - 1; k >= 0; k = left.previousSetBit(k - 1)) {
        if (work.get(k) instanceof Work.Product == products && !readers.get(k).intersects(left)) {
          group.add(work.get(k));
          left.clear(k);
        }
        if (k == 0) {
          break;
        }
      }
      if (!group.isEmpty()) {
        groups.add(group.reversed());
      }
      products = !products;
    }
    Collections.reverse(groups);
    return groups;
  }

  /** For each piece of work, the later ones that must come after it. */
  static List<BitSet> dependents(List<Work> work) {
    List<Footprint> footprints = work.stream().map(Footprint::of).toList(); // once, since all pairs are looked at
    var dependents = new ArrayList<BitSet>();
    for (int k = 0; k < work.size(); k++) {
      var after = new BitSet();
      for (int n = k + 1; n < work.size(); n++) {
        after.set(n, footprints.get(k).mustPrecede(footprints.get(n)));
      }
      dependents.add(after);
    }
    return dependents;
  }

  /** What work writes, and the two operands that it reads. */
  private record Footprint(Extent result, Extent a, Extent b) {
    static Footprint of(Work work) {
      return switch (work) {
        case Work.Update update -> new Footprint(Extent.ofResult(update), Extent.ofA(update), Extent.ofB(update));
        case Work.Product(var product) ->
          new Footprint(Extent.whole(product.out()), Extent.whole(product.a()), Extent.whole(product.b()));
      };
    }

    boolean mustPrecede(Footprint later) {
      return result.overlaps(later.result) || result.overlaps(later.a) || result.overlaps(later.b)
          || later.result.overlaps(a) || later.result.overlaps(b);
    }
  }
}
