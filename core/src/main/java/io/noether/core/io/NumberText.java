package io.noether.core.io;

import java.util.Locale;

/** Numbers as other programs write them. */
final class NumberText {
  private NumberText() {}

  /**
   * A real number, also with Fortran's exponent letter D; not a number and infinity in any usual spelling.
   *
   * @throws NumberFormatException with the word as its message, if it is none
   */
  static double real(String word) {
    char last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
    // Java would also take the suffixes of its own literals: 1.5f.
    if (last >= '0' && last <= '9' || last == '.') {
      boolean fortran = word.indexOf('d') >= 0 || word.indexOf('D') >= 0;
      try {
        return Double.parseDouble(fortran ? word.replace('d', 'e').replace('D', 'e') : word);
      } catch (NumberFormatException e) {
        throw new NumberFormatException(word);
      }
    }
    boolean signed = word.startsWith("-") || word.startsWith("+");
    return switch ((signed ? word.substring(1) : word).toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "infinity" -> word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      default -> throw new NumberFormatException(word);
    };
  }

  /**
   * All numbers of a list, separated by blanks, commas or brackets.
   *
   * @throws NumberFormatException if a word is not a number
   */
  static double[] reals(String text) {
    var words = words(text);
    var numbers = new double[words.length];
    for (int k = 0; k < numbers.length; k++) {
      numbers[k] = real(words[k]);
    }
    return numbers;
  }

  /** The words of a list, separated by blanks, commas or brackets. */
  static String[] words(String text) {
    String plain = text.replaceAll("[\\s,\\[\\]{}]+", " ").strip();
    return plain.isEmpty() ? new String[0] : plain.split(" ");
  }

  /**
   * True or false, as T, true, True, 1 or F, false, False, 0.
   *
   * @throws NumberFormatException if it is none
   */
  static boolean logical(String word) {
    return switch (word) {
      case "T", "t", "true", "True", "TRUE", "1" -> true;
      case "F", "f", "false", "False", "FALSE", "0" -> false;
      default -> throw new NumberFormatException(word);
    };
  }

  /** A text as a message quotes it: not all of it, if it is long. */
  static String quoted(String text) {
    return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
  }
}
