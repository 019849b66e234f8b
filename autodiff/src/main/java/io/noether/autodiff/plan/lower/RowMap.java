package io.noether.autodiff.plan.lower;

import io.noether.autodiff.Index;
import java.util.Optional;

/**
 * A map of a pass's rows: the given index, or the rows themselves where it is empty, in the pass's order.
 *
 * @param order the index by which the pass's rows are sorted, if they are reordered
 */
public record RowMap(Optional<Index> index, Optional<Index> order) {}
