package io.noether.core.neighbours;

/**
 * An image of an atom as one number: the atom, and a shift by whole lattice vectors in 11 bits each. Numbers are in order
 * of atoms, then shifts.
 */
final class ImageKey {
  /** The largest shift along a lattice vector, either way. */
  static final int FARTHEST = 1023;

  private static final int BITS = 11;
  private static final int MASK = (1 << BITS) - 1;
  private static final int ZERO = 1 << (BITS - 1);

  /** All bits of a shift. */
  private static final long SHIFT = (1L << 3 * BITS) - 1;

  /** The shift of an atom that is where it is. */
  private static final long HOME = (long) ZERO << 2 * BITS | (long) ZERO << BITS | ZERO;

  private ImageKey() {}

  static long of(int atom, int a, int b, int c) {
    return ((long) atom << 3 * BITS) + HOME + ((long) a << 2 * BITS) + ((long) b << BITS) + c;
  }

  static int atom(long key) {
    return (int) (key >>> 3 * BITS);
  }

  /** Component 0, 1 or 2 of the shift. */
  static int shift(long key, int component) {
    return ((int) (key >>> (2 - component) * BITS) & MASK) - ZERO;
  }

  static boolean isHome(long key) {
    return (key & SHIFT) == HOME;
  }

  /** If this is an image of atom j near atom i, then an image of i is near j: the one with the opposite shift. */
  static long reverse(long key, int i) {
    return ((long) i << 3 * BITS) + 2 * HOME - (key & SHIFT);
  }
}
