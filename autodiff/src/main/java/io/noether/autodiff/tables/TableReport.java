package io.noether.autodiff.tables;

import java.util.List;

/**
 * How good tables are, as measured when they were made.
 *
 * @param from where they start, in the variable's unit
 * @param to where they end
 * @param intervals number of intervals between knots
 * @param tables each table's errors
 */
public record TableReport(double from, double to, int intervals, List<Accuracy> tables) {
  /** Copies the list. */
  public TableReport {
    tables = List.copyOf(tables);
  }

  /**
   * One table's largest deviations from the function, at the quarters of every interval.
   *
   * @param function name of the tensor
   * @param width numbers in one row of it
   * @param largest largest magnitude of the function's numbers
   * @param error largest deviation of a number
   * @param largestSlope largest magnitude of a derivative with respect to the variable
   * @param slopeError largest deviation of a derivative
   */
  public record Accuracy(String function, int width, double largest, double error, double largestSlope,
      double slopeError) {}
}
