package io.noether.autodiff.kernels;

/**
 * A loop nest: for every outer0, outer1 and inner index, out (+)= alpha · Σ over reduce of a·b. Where the mode is
 * {@link Mode#DOT} the inner loop is summed over as well.
 *
 * @param mode how the inner loop runs
 * @param alpha constant factor
 * @param add whether to add to what is in {@code out}
 */
public record Nest(Mode mode, Loop outer0, Loop outer1, Loop reduce, Loop inner, double alpha, boolean add) {
  /** How the inner loop runs. */
  public enum Mode {
    /** out, a and b contiguous. */
    VECTOR_VECTOR,
    /** out and a contiguous, b one number. */
    VECTOR_SCALAR,
    /** out one number, a and b contiguous (or b one number): a sum over the inner loop. */
    DOT,
    /** out contiguous, a and b one number each. */
    FILL,
    /** Any strides, number by number. */
    STRIDED
  }

  /**
   * One loop.
   *
   * @param extent how far it runs, times the number of rows if {@code perRow}
   * @param perRow whether the rows of the tile run in this loop
   * @param out step in the result
   * @param a step in the first operand
   * @param b step in the second operand
   */
  public record Loop(int extent, boolean perRow, int out, int a, int b) {
    /** Runs once. */
    public static final Loop ONCE = new Loop(1, false, 0, 0, 0);

    int count(int rows) {
      return perRow ? extent * rows : extent;
    }
  }
}
