package io.noether.autodiff.plan.lower;

import io.noether.autodiff.Function;
import java.util.List;
import java.util.Optional;

/** One piece of what a pass does. */
public sealed interface Work {
  /**
   * For each row, over all loops: out (+)= alpha · Σ a·b, the sum over loops in which out stands still; or, with a
   * function, out (+)= alpha · f(a).
   *
   * @param loops static loops
   */
  record Update(List<Loop> loops, View out, View a, View b, double alpha, boolean add, Optional<Function> function)
      implements
        Work {}

  /** A product of the rows of a whole tile. */
  record Product(TileProduct product) implements Work {}
}
