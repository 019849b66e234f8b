package io.noether.autodiff.plan.lower;

/**
 * One loop of a contraction.
 *
 * @param extent how far it runs, times the number of rows if {@code perRow}
 * @param perRow whether the rows of the tile run in this loop
 * @param out step in the result
 * @param a step in the first operand
 * @param b step in the second operand
 */
public record Loop(int extent, boolean perRow, int out, int a, int b) {
  Loop swapped() {
    return new Loop(extent, perRow, out, b, a);
  }

  /** How often it runs in a tile of so many rows. */
  public int count(int rows) {
    return perRow ? extent * rows : extent;
  }
}
