package io.noether.core.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The columns of atom lines, as {@code Properties=species:S:1:pos:R:3} says. */
record Layout(List<Entry> entries) {
  /** What plain XYZ has. */
  static final String PLAIN = "species:S:1:pos:R:3";

  /** More values per atom than this cannot be meant. */
  private static final int WIDEST = 100_000;

  /** One property of each atom: S words, R reals, I whole numbers, L true or false. */
  record Entry(String name, char type, int width) {}

  /**
   * Reads the value of Properties.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  static Layout parse(String properties) {
    String[] parts = properties.strip().split(":", -1);
    if (parts.length % 3 != 0) {
      throw new IllegalArgumentException("Properties=" + properties + " is not made of name:type:count");
    }
    var entries = new ArrayList<Entry>();
    var names = new HashSet<String>();
    for (int k = 0; k < parts.length; k += 3) {
      String name = parts[k];
      String type = parts[k + 1];
      if (name.isBlank() || !names.add(name)) {
        throw new IllegalArgumentException("Properties= has " + (name.isBlank() ? "an empty name" : name + " twice"));
      }
      if (type.length() != 1 || "SRIL".indexOf(type.charAt(0)) < 0) {
        throw new IllegalArgumentException("the type of " + name + " in Properties= is '" + type
            + "'; use S, R, I or L");
      }
      entries.add(new Entry(name, type.charAt(0), width(name, parts[k + 2])));
    }
    return new Layout(entries);
  }

  private static int width(String name, String count) {
    try {
      int width = Integer.parseInt(count);
      if (width >= 1 && width <= WIDEST) {
        return width;
      }
    } catch (NumberFormatException e) {
      // The same complaint as for a number out of range.
    }
    throw new IllegalArgumentException("the count of " + name + " in Properties= is '" + count + "'; use 1 to "
        + WIDEST);
  }

  /** Values in a line. */
  int width() {
    return entries.stream().mapToInt(Entry::width).sum();
  }
}
