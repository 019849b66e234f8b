package io.noether.autodiff.emit.loop;

import java.util.List;

/**
 * A number of a row, or the first of a vector's: {@code base + offset + Σ steps[d] · (variable of the d-th enclosing
 * loop)}, loops counted from the outermost within the row.
 *
 * @param steps one for each enclosing loop, the sweep's own last; in a vectorised sweep that one is 1 (a vector) or 0 (one
 *     number, the same for all)
 */
public record Address(Base base, int offset, List<Integer> steps) {}
