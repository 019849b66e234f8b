package io.noether.core;

/** Along which of its three lattice vectors a cell repeats. */
public record Periodicity(boolean a, boolean b, boolean c) {
  /** Repeats along all three vectors: a crystal, a liquid in a box. */
  public static final Periodicity ALL = new Periodicity(true, true, true);

  /** Does not repeat: a molecule. */
  public static final Periodicity NONE = new Periodicity(false, false, false);

  /** Whether the cell repeats along vector 0, 1 or 2. */
  public boolean along(int vector) {
    return switch (vector) {
      case 0 -> a;
      case 1 -> b;
      case 2 -> c;
      default -> throw new IndexOutOfBoundsException(vector);
    };
  }

  /** Whether the cell repeats along any vector. */
  public boolean any() {
    return a || b || c;
  }

  /** Whether the cell repeats along all three vectors. */
  public boolean all() {
    return a && b && c;
  }

  /** Such as {@code T T F}. */
  @Override
  public String toString() {
    return (a ? "T" : "F") + (b ? " T" : " F") + (c ? " T" : " F");
  }
}
