package io.noether.autodiff.plan;

import io.noether.autodiff.Function;
import java.util.List;
import java.util.Optional;

/** What a pass does, in an order in which it may be done. */
sealed interface Work {
  /** The views it reads and writes; whatever it writes first. */
  List<View> views();

  /**
   * For each row, over all loops: out (+)= alpha · Σ a·b, the sum over loops in which out stands still; or, with a
   * function, out (+)= alpha · f(a).
   *
   * @param loops static loops
   */
  record Update(List<Loop> loops, View out, View a, View b, double alpha, boolean add, Optional<Function> function)
      implements
        Work {
    @Override
    public List<View> views() {
      return List.of(out, a, b);
    }
  }

  /** A product of the rows of a whole tile. */
  record Product(MatrixProduct product) implements Work {
    @Override
    public List<View> views() {
      return List.of(product.out(), product.a(), product.b());
    }
  }
}
