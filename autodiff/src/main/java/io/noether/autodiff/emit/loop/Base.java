package io.noether.autodiff.emit.loop;

/**
 * Where the rows of an array begin. Row r of a tile begins at {@code offsets[array] + stride · r}, or, if there is a map,
 * at {@code offsets[array] + stride · maps[map][firstRow + r]}.
 *
 * @param array number of the array among those that a kernel is given
 * @param stride step from row to row; 0 if every row sees the same numbers
 * @param map number of the map, or {@link #NO_MAP}
 */
public record Base(int array, int stride, int map) {
  /** Rows in the order in which they lie. */
  public static final int NO_MAP = -1;

  /** Whether rows are found through a map. */
  public boolean isMapped() {
    return map != NO_MAP;
  }

  /** Whether every row sees the same numbers. */
  public boolean isShared() {
    return stride == 0;
  }
}
