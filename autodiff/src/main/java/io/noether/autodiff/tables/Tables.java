package io.noether.autodiff.tables;

import io.noether.autodiff.Execution;
import java.util.List;

/**
 * The numbers of a {@link Tabulation} for some values of the parameters. They never change, and any number of executions
 * may share them.
 */
public final class Tables {
  private final Lookup lookup;
  private final Knots knots;
  private final List<double[]> numbers;
  private final TableReport report;

  Tables(Lookup lookup, Knots knots, List<double[]> numbers, TableReport report) {
    this.lookup = lookup;
    this.knots = knots;
    this.numbers = numbers;
    this.report = report;
  }

  /** Copies the tables into an execution, once; after that only the index is bound for every batch. */
  public void bindTo(Execution execution) {
    lookup.bind(execution, knots, numbers);
  }

  /**
   * Finds the intervals to look up; bind them to {@link Tabulation#interval}. Values before the start are taken as if
   * in the first interval, where the tables mean little; beyond the end the tables read as zero. Allocates nothing.
   *
   * @param values the variable at each row, in double precision
   * @param from the first to find
   * @param to where to stop
   * @param intervals receives the intervals, at their places
   * @return whether all values are covered; if not, use the program without tables
   */
  public boolean locate(double[] values, int from, int to, int[] intervals) {
    boolean covered = true;
    for (int r = from; r < to; r++) {
      intervals[r] = knots.row(values[r]);
      covered &= covers(values[r]);
    }
    return covered;
  }

  /** Whether the tables may be used at a value: it does not lie before their start. */
  public boolean covers(double value) {
    return value >= knots.start();
  }

  /** Range, size and measured errors. */
  public TableReport report() {
    return report;
  }
}
