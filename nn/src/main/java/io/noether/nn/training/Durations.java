package io.noether.nn.training;

import java.util.Locale;

/** How times and choices are written in a configuration. */
public final class Durations {
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
    double number = Double.parseDouble(unit == 0 ? text : text.substring(0, text.length() - 1));
    double seconds = number * (unit == 0 ? 1 : unit);
    if (!(seconds >= 0 && seconds < 1e9)) {
      throw new IllegalArgumentException("'" + text + "' is not a time");
    }
    return seconds;
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
