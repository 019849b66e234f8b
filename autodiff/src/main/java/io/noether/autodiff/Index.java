package io.noether.autodiff;

/**
 * A map between two spaces, bound to an {@code int[]} when a program is run: row r of {@code from} belongs to row
 * {@code rows[r]} of {@code to}.
 *
 * @param name what the map gives, as in {@code receiver}
 * @param from the set that is mapped
 * @param to the set it is mapped into
 * @param sorted whether the bound rows never decrease; then sums along the map need no reordering. Checked when bound.
 */
public record Index(String name, Space from, Space to, boolean sorted) {
  /** A map whose rows may come in any order. */
  public static Index of(String name, Space from, Space to) {
    return new Index(name, from, to, false);
  }

  /** A map whose rows never decrease. */
  public static Index sorted(String name, Space from, Space to) {
    return new Index(name, from, to, true);
  }

  /** The one map from {@code from} to {@link Space#POINT}; it needs no binding. */
  public static Index toPoint(Space from) {
    return new Index("all", from, Space.POINT, true);
  }

  /**
   * Refuses an array that this map cannot be bound to.
   *
   * @param rows the array; its first {@code count} entries are looked at
   * @param targets how many rows {@link #to} has
   * @throws IllegalArgumentException naming the map and the row, if an entry is out of range or a sorted map falls
   */
  public void check(int[] rows, int count, int targets) {
    if (rows.length < count) {
      throw new IllegalArgumentException("index " + this + " has " + rows.length + " entries for " + count + " rows");
    }
    int previous = 0;
    for (int r = 0; r < count; r++) {
      if (rows[r] < 0 || rows[r] >= targets) {
        throw new IllegalArgumentException(
            "index " + this + " maps row " + r + " to " + rows[r] + ", outside 0.." + (targets - 1));
      }
      if (sorted && rows[r] < previous) {
        throw new IllegalArgumentException("index " + this + " is declared sorted but falls at row " + r);
      }
      previous = rows[r];
    }
  }

  boolean toPoint() {
    return to.isPoint();
  }

  @Override
  public String toString() {
    return name;
  }
}
