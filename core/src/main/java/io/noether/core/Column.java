package io.noether.core;

import io.noether.core.geometry.Orthogonal;
import java.util.Arrays;
import java.util.List;

/**
 * An extra property of every atom: a row of {@link #width()} values each, all of one type. Rows are stored one after
 * the other. Arrays handed in are copied and arrays handed out are the caller's own. {@link Vectors} turn with the
 * structure, everything else stays as it is.
 */
public sealed interface Column {
  /** Values per atom, at least 1. */
  int width();

  /** Number of atoms. */
  int rows();

  /** The column with row {@code from[i]} in row i; rows may repeat or be left out. */
  Column rows(int[] from);

  /** The column of the structure turned or reflected. */
  default Column turned(Orthogonal transformation) {
    return this;
  }

  /** Vectors in space, such as velocities: three real numbers that turn with the structure. */
  record Vectors(double[] values) implements Column {
    public Vectors(double[] values) {
      requireRows(3, values.length);
      this.values = values.clone();
    }

    @Override
    public double[] values() {
      return values.clone();
    }

    /** Component k, 0 to 2, of an atom's vector. */
    public double get(int row, int k) {
      return values[row * 3 + k];
    }

    @Override
    public int width() {
      return 3;
    }

    @Override
    public int rows() {
      return values.length / 3;
    }

    @Override
    public Vectors rows(int[] from) {
      var picked = new double[from.length * 3];
      copyRows(values, from, 3, picked);
      return new Vectors(picked);
    }

    @Override
    public Vectors turned(Orthogonal transformation) {
      return new Vectors(transformation.apply(values));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Vectors c && Arrays.equals(values, c.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /** Real numbers that are no vectors. */
  record Reals(int width, double[] values) implements Column {
    public Reals(int width, double[] values) {
      requireRows(width, values.length);
      this.width = width;
      this.values = values.clone();
    }

    @Override
    public double[] values() {
      return values.clone();
    }

    /** Value k of an atom. */
    public double get(int row, int k) {
      return values[row * width + k];
    }

    @Override
    public int rows() {
      return values.length / width;
    }

    @Override
    public Reals rows(int[] from) {
      var picked = new double[from.length * width];
      copyRows(values, from, width, picked);
      return new Reals(width, picked);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Reals c && width == c.width && Arrays.equals(values, c.values);
    }

    @Override
    public int hashCode() {
      return 31 * width + Arrays.hashCode(values);
    }
  }

  /** Whole numbers. */
  record Integers(int width, long[] values) implements Column {
    public Integers(int width, long[] values) {
      requireRows(width, values.length);
      this.width = width;
      this.values = values.clone();
    }

    @Override
    public long[] values() {
      return values.clone();
    }

    /** Value k of an atom. */
    public long get(int row, int k) {
      return values[row * width + k];
    }

    @Override
    public int rows() {
      return values.length / width;
    }

    @Override
    public Integers rows(int[] from) {
      var picked = new long[from.length * width];
      copyRows(values, from, width, picked);
      return new Integers(width, picked);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Integers c && width == c.width && Arrays.equals(values, c.values);
    }

    @Override
    public int hashCode() {
      return 31 * width + Arrays.hashCode(values);
    }
  }

  /** True or false. */
  record Logicals(int width, boolean[] values) implements Column {
    public Logicals(int width, boolean[] values) {
      requireRows(width, values.length);
      this.width = width;
      this.values = values.clone();
    }

    @Override
    public boolean[] values() {
      return values.clone();
    }

    /** Value k of an atom. */
    public boolean get(int row, int k) {
      return values[row * width + k];
    }

    @Override
    public int rows() {
      return values.length / width;
    }

    @Override
    public Logicals rows(int[] from) {
      var picked = new boolean[from.length * width];
      copyRows(values, from, width, picked);
      return new Logicals(width, picked);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Logicals c && width == c.width && Arrays.equals(values, c.values);
    }

    @Override
    public int hashCode() {
      return 31 * width + Arrays.hashCode(values);
    }
  }

  /** Words: neither empty nor with white space in them. */
  record Words(int width, List<String> values) implements Column {
    public Words(int width, List<String> values) {
      requireRows(width, values.size());
      for (var word : values) {
        if (word.isEmpty() || word.chars().anyMatch(Character::isWhitespace)) {
          throw new IllegalArgumentException("'" + word + "' is not one word");
        }
      }
      this.width = width;
      this.values = List.copyOf(values);
    }

    /** Value k of an atom. */
    public String get(int row, int k) {
      return values.get(row * width + k);
    }

    @Override
    public int rows() {
      return values.size() / width;
    }

    @Override
    public Words rows(int[] from) {
      var picked = new String[from.length * width];
      copyRows(values.toArray(String[]::new), from, width, picked);
      return new Words(width, List.of(picked));
    }
  }

  private static void requireRows(int width, int length) {
    if (width < 1 || length % width != 0) {
      throw new IllegalArgumentException(length + " values do not make rows of " + width);
    }
  }

  /** Arrays of any one type, which System.arraycopy checks. */
  private static void copyRows(Object values, int[] from, int width, Object target) {
    for (int i = 0; i < from.length; i++) {
      System.arraycopy(values, from[i] * width, target, i * width, width);
    }
  }
}
