package io.noether.core.io;

import io.noether.core.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One property being read, atom by atom. Grows with the lines that are really there, whatever the file promises. */
final class ColumnBuffer {
  private final Layout.Entry entry;
  private final List<String> words = new ArrayList<>();
  private double[] reals = new double[0];
  private long[] integers = new long[0];
  private int length;

  ColumnBuffer(Layout.Entry entry, int atoms) {
    this.entry = entry;
    int likely = Math.min(atoms, 1024) * Math.min(entry.width(), 16);
    switch (entry.type()) {
      case 'R' -> reals = new double[likely];
      case 'I', 'L' -> integers = new long[likely];
      default -> {}
    }
  }

  String name() {
    return entry.name();
  }

  int width() {
    return entry.width();
  }

  /**
   * Takes the next value.
   *
   * @throws NumberFormatException if it is not of the column's type
   */
  void add(String word) {
    switch (entry.type()) {
      case 'R' -> {
        reals = length < reals.length ? reals : Arrays.copyOf(reals, 2 * length + 16);
        reals[length++] = NumberText.real(word);
      }
      case 'I', 'L' -> {
        integers = length < integers.length ? integers : Arrays.copyOf(integers, 2 * length + 16);
        integers[length++] = entry.type() == 'I' ? Long.parseLong(word) : NumberText.logical(word) ? 1 : 0;
      }
      default -> words.add(word);
    }
  }

  /** All values. Files do not say what a vector is: three real numbers are taken for one. */
  Column toColumn() {
    return switch (entry.type()) {
      case 'R' -> entry.width() == 3 ? new Column.Vectors(Arrays.copyOf(reals, length))
          : new Column.Reals(entry.width(), Arrays.copyOf(reals, length));
      case 'I' -> new Column.Integers(entry.width(), Arrays.copyOf(integers, length));
      case 'L' -> {
        var flags = new boolean[length];
        for (int k = 0; k < length; k++) {
          flags[k] = integers[k] != 0;
        }
        yield new Column.Logicals(entry.width(), flags);
      }
      default -> new Column.Words(entry.width(), words);
    };
  }

  /** What a value of this column looks like, for messages. */
  String kind() {
    return switch (entry.type()) {
      case 'R' -> "a number";
      case 'I' -> "a whole number";
      case 'L' -> "T or F";
      default -> "a word";
    };
  }
}
