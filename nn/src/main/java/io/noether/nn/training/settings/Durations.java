package io.noether.nn.training.settings;

import java.util.regex.Pattern;

/** How times are written in a configuration and on the command line. */
public final class Durations {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,20})?([eE]-?\\d{1,3})?");

  private Durations() {}

  /**
   * Reads a time.
   *
   * @param text a number with unit s, m or h, as in 90s, 10m, 1.5h, 1e-3s; without a unit, seconds; or {@code none}
   * @return seconds; 0 for {@code none}
   * @throws IllegalArgumentException if the text is none of these
   */
  public static double seconds(String text) {
    if (text.equals("none")) {
      return 0;
    }
    double unit = switch (text.isEmpty() ? ' ' : text.charAt(text.length() - 1)) {
      case 's' -> 1;
      case 'm' -> 60;
      case 'h' -> 3600;
      default -> 0;
    };
    String number = unit == 0 ? text : text.substring(0, text.length() - 1);
    if (!NUMBER.matcher(number).matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a time");
    }
    double seconds = Double.parseDouble(number) * (unit == 0 ? 1 : unit);
    if (Double.isInfinite(seconds)) {
      throw new IllegalArgumentException("'" + text + "' is too long a time");
    }
    return seconds;
  }

  /**
   * Writes a time in whole hours or minutes if it can be, else in seconds; {@link #seconds} gives the same number back.
   *
   * @param seconds finite, not negative
   */
  public static String text(double seconds) {
    if (seconds == 0) {
      return "none";
    }
    if (seconds % 3600 == 0) {
      return number(seconds / 3600) + "h";
    }
    return seconds % 60 == 0 ? number(seconds / 60) + "m" : number(seconds) + "s";
  }

  private static String number(double value) {
    return value == Math.rint(value) && value < 1e9 ? Long.toString((long) value) : Double.toString(value);
  }
}
