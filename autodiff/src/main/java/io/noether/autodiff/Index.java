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

  boolean toPoint() {
    return to.isPoint();
  }

  @Override
  public String toString() {
    return name;
  }
}
