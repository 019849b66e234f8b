package io.noether.core.io;

import io.noether.core.Element;
import io.noether.core.InputException;
import java.util.Locale;
import java.util.Optional;

/** One ATOM or HETATM record: everything has its columns. */
record PdbAtom(String line, Element element, double x, double y, double z) {
  /**
   * Reads a record.
   *
   * @throws InputException without the place, if a coordinate is no number or the element cannot be told
   */
  static PdbAtom parse(String line) {
    return new PdbAtom(line, element(line), coordinate(line, 30), coordinate(line, 38), coordinate(line, 46));
  }

  /** Columns of a line from 0, as far as it has them. */
  static String field(String line, int from, int to) {
    return from >= line.length() ? "" : line.substring(from, Math.min(to, line.length()));
  }

  private static double coordinate(String line, int from) {
    String word = field(line, from, from + 8).strip();
    try {
      double value = NumberText.real(word);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // The same complaint as for a number that is not finite.
    }
    throw new InputException("columns " + (from + 1) + " to " + (from + 8) + " have '" + word
        + "' where a coordinate should be");
  }

  private static Element element(String line) {
    String given = field(line, 76, 78).strip();
    if (!given.isEmpty()) {
      return symbol(given).orElseThrow(
          () -> new InputException("unknown element '" + given + "' in columns 77 and 78"));
    }
    String name = field(line, 12, 16);
    return fromName(name, field(line, 0, 6).startsWith("ATOM")).orElseThrow(() -> new InputException(
        "the element of atom '" + name.strip() + "' cannot be told; fill in columns 77 and 78"));
  }

  /**
   * The first two columns of a name are the element, right-justified: " CA " is carbon, "CA  " calcium. Names of four
   * characters begin a column early, and digits may come first: "HG21" and "1HB " are hydrogen in a residue.
   */
  private static Optional<Element> fromName(String name, boolean residue) {
    String first = field(name, 0, 2);
    boolean shifted = name.strip().length() == 4 && residue;
    if (!shifted && first.length() == 2 && first.chars().allMatch(Character::isLetter)) {
      var two = symbol(first);
      if (two.isPresent()) {
        return two;
      }
    }
    return name.chars().filter(Character::isLetter).mapToObj(Character::toString).findFirst().flatMap(PdbAtom::symbol);
  }

  private static Optional<Element> symbol(String letters) {
    String first = letters.substring(0, 1).toUpperCase(Locale.ROOT);
    return Element.find(first + letters.substring(1).toLowerCase(Locale.ROOT));
  }

  /** Which of several alternative places this is; blank where there is one only. */
  String alternative() {
    return field(line, 16, 17);
  }

  /** Chain and number of the residue. */
  String residue() {
    return field(line, 21, 27);
  }

  /** Columns as one word, "." if they are blank. */
  String word(int from, int to) {
    String word = field(line, from, to).replaceAll("\\s+", "");
    return word.isEmpty() ? "." : word;
  }
}
