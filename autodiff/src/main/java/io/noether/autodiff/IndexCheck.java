package io.noether.autodiff;

/** Refuses a bound index that points outside its space or is not sorted as declared. */
public final class IndexCheck {
  private IndexCheck() {}

  /** Checks the first {@code count} entries. @throws IllegalArgumentException naming the index and the row */
  public static void check(Index index, int[] rows, int count, int targets) {
    if (rows.length < count) {
      throw new IllegalArgumentException("index " + index + " has " + rows.length + " entries for " + count + " rows");
    }
    int previous = 0;
    for (int r = 0; r < count; r++) {
      if (rows[r] < 0 || rows[r] >= targets) {
        throw new IllegalArgumentException(
            "index " + index + " maps row " + r + " to " + rows[r] + ", outside 0.." + (targets - 1));
      }
      if (index.sorted() && rows[r] < previous) {
        throw new IllegalArgumentException("index " + index + " is declared sorted but falls at row " + r);
      }
      previous = rows[r];
    }
  }
}
