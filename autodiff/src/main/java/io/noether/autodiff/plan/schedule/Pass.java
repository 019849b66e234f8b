package io.noether.autodiff.plan.schedule;

import io.noether.autodiff.Index;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One run over the rows of a space, and the tensors that it makes: those it stores row by row and those it sums.
 *
 * @param stage the passes of all earlier stages have run before this one
 * @param along the map its sums go along, if it has any but those to the point; it decides the order of the rows
 * @param stores tensors of this space whose rows it writes
 * @param sums sum tensors it produces
 */
public record Pass(int stage, Space space, Optional<Index> along, Set<Tensor> stores, Set<Tensor> sums) {
  Pass(int stage, Space space, Optional<Index> along) {
    this(stage, space, along, new LinkedHashSet<>(), new LinkedHashSet<>());
  }

  /** The map by which the rows are reordered, if they are. */
  public Optional<Index> order() {
    return along.filter(index -> !index.sorted());
  }
}
