package io.noether.autodiff;

/**
 * A finite index set over which fields live: atoms, edges, structures, node pairs. Its number of rows is bound when a
 * program is run.
 *
 * @param name what the rows are, in the plural
 * @param streamed true where the rows are so many that wide fields over them are recomputed tile by tile wherever they
 *     are needed instead of being stored (edges); false where they are kept between passes (atoms)
 */
public record Space(String name, boolean streamed) {
  /** The set with one element: parameters and losses live here. */
  public static final Space POINT = new Space("point", false);

  /** A space whose rows are kept in memory between passes. */
  public static Space stored(String name) {
    return new Space(name, false);
  }

  /** A space whose wide rows are never kept in memory. */
  public static Space streamed(String name) {
    return new Space(name, true);
  }

  boolean isPoint() {
    return equals(POINT);
  }

  @Override
  public String toString() {
    return name;
  }
}
