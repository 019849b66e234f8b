package io.noether.core.neighbours;

import java.util.Arrays;

/** Arrays that become larger when they must, by half at least, and are never made smaller. */
final class Growing {
  private Growing() {}

  /** Copies whole numbers into an array with room for more. */
  static long[] grown(long[] array, int size) {
    return array.length >= size ? array : Arrays.copyOf(array, larger(array.length, size));
  }

  /** Copies numbers into an array with room for more. */
  static double[] grown(double[] array, int size) {
    return array.length >= size ? array : Arrays.copyOf(array, larger(array.length, size));
  }

  /** Room for numbers; what was there may be lost. */
  static int[] room(int[] array, int size) {
    return array.length >= size ? array : new int[larger(array.length, size)];
  }

  /** Room for numbers; what was there may be lost. */
  static long[] room(long[] array, int size) {
    return array.length >= size ? array : new long[larger(array.length, size)];
  }

  /** Room for numbers; what was there may be lost. */
  static double[] room(double[] array, int size) {
    return array.length >= size ? array : new double[larger(array.length, size)];
  }

  private static int larger(int length, int needed) {
    return (int) Math.clamp(Math.max(needed, length + (length >> 1) + 16L), 0L, (long) Integer.MAX_VALUE - 8);
  }
}
