package io.noether.nn.training;

import java.util.Locale;
import java.util.regex.Pattern;

/** How times and choices are written in a configuration. */
public final class Durations {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  private Durations() {}

  /**
   * Reads a time.
   *
   * @param text a number with unit s, m or h, as in 90s, 10m, 1.5h; without a unit, seconds; or {@code none}
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
    return Double.parseDouble(number) * (unit == 0 ? 1 : unit);
  }

  /** Writes a time as {@link #seconds} reads it: the shortest of s, m, h that is exact. */
  public static String text(double seconds) {
    if (seconds == 0) {
      return "none";
    }
    if (seconds % 3600 == 0) {
      return (long) (seconds / 3600) + "h";
    }
    if (seconds % 60 == 0) {
      return (long) (seconds / 60) + "m";
    }
    return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + "s";
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
