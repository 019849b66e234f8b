package io.noether.core.geometry;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A reordering of n things: the new place i is taken by the old thing {@code get(i)}. */
public final class Permutation {
  private final int[] from;

  private Permutation(int[] from) {
    this.from = from;
  }

  /**
   * The permutation that puts old thing {@code from[i]} in place i.
   *
   * @throws IllegalArgumentException unless each of 0 … n−1 occurs exactly once
   */
  public static Permutation of(int... from) {
    var seen = new boolean[from.length];
    for (int old : from) {
      if (old < 0 || old >= from.length || seen[old]) {
        throw new IllegalArgumentException("not a permutation of 0 to " + (from.length - 1) + ": "
            + Arrays.toString(from));
      }
      seen[old] = true;
    }
    return new Permutation(from.clone());
  }

  /** The permutation of n things that moves none. */
  public static Permutation identity(int size) {
    var from = new int[size];
    Arrays.setAll(from, i -> i);
    return new Permutation(from);
  }

  /** A permutation drawn uniformly from all of n things. */
  public static Permutation random(int size, RandomGenerator random) {
    var from = identity(size).from;
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = from[i];
      from[i] = from[j];
      from[j] = kept;
    }
    return new Permutation(from);
  }

  /** How many things are permuted. */
  public int size() {
    return from.length;
  }

  /** Which old thing is in a new place. */
  public int get(int place) {
    return from[place];
  }

  /** Which old thing is in each new place; the caller's own copy. */
  public int[] toArray() {
    return from.clone();
  }

  /** The permutation that undoes this one. */
  public Permutation inverse() {
    var inverse = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      inverse[from[i]] = i;
    }
    return new Permutation(inverse);
  }

  /**
   * Permutes rows of numbers.
   *
   * @param rows as many rows as things, stored one after the other
   * @return row {@code get(i)} in place i, in a new array
   */
  public double[] applyToRows(double[] rows) {
    if (from.length == 0 ? rows.length != 0 : rows.length % from.length != 0) {
      throw new IllegalArgumentException(rows.length + " numbers are not rows of " + from.length + " things");
    }
    var result = new double[rows.length];
    int width = from.length == 0 ? 0 : rows.length / from.length;
    for (int i = 0; i < from.length; i++) {
      System.arraycopy(rows, from[i] * width, result, i * width, width);
    }
    return result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Permutation p && Arrays.equals(from, p.from);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(from);
  }

  @Override
  public String toString() {
    return "Permutation" + Arrays.toString(from);
  }
}
