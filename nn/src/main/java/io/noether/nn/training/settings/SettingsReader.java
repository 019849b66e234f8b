package io.noether.nn.training.settings;

import io.noether.core.InputException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Takes typed values out of one section of a configuration, by name, and refuses what nobody asked for. */
final class SettingsReader {
  private final String where;
  private final Map<String, Object> given = new HashMap<>();
  private final TreeSet<String> known = new TreeSet<>();

  /**
   * @param source where the settings come from, for messages
   * @param section empty at the top
   * @param values the section's settings by name
   */
  SettingsReader(String source, String section, Map<String, ?> values) {
    where = section.isEmpty() ? source : source + ", section '" + section + "'";
    given.putAll(values);
  }

  double number(String name, double fallback, double least, double most) {
    Object value = take(name, fallback);
    double number;
    try {
      number = value instanceof Number n ? n.doubleValue() : Double.parseDouble(value.toString());
    } catch (NumberFormatException _) {
      throw wrong(name, value, "a number");
    }
    if (!(number >= least && number <= most)) {
      throw wrong(name, value, "a number from " + trim(least) + " to " + trim(most));
    }
    return number;
  }

  int integer(String name, int fallback, int least) {
    Object value = take(name, fallback);
    double number = number(name, fallback, least, Integer.MAX_VALUE);
    if (number != Math.rint(number)) {
      throw wrong(name, value, "a whole number");
    }
    return (int) number;
  }

  long whole(String name, long fallback) {
    Object value = take(name, fallback);
    try {
      return Long.parseLong(value.toString());
    } catch (NumberFormatException _) {
      throw wrong(name, value, "a whole number");
    }
  }

  boolean flag(String name, boolean fallback) {
    Object value = take(name, fallback);
    return switch (value.toString()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(name, value, "true or false");
    };
  }

  String text(String name, String fallback) {
    return take(name, fallback).toString();
  }

  /** One of an enumeration's constants, in lower case. */
  <E extends Enum<E>> E choice(String name, E fallback, E[] choices) {
    Object value = take(name, lower(fallback));
    for (E choice : choices) {
      if (lower(choice).equals(value.toString())) {
        return choice;
      }
    }
    throw wrong(name, value, "one of " + List.of(choices).stream().map(SettingsReader::lower).toList());
  }

  /** Seconds, from a number or a text such as 90s, 10m, 1.5h; "none" is 0. */
  double seconds(String name, double fallback) {
    Object value = take(name, fallback);
    try {
      boolean plain = value instanceof Number n && n.doubleValue() >= 0 && Double.isFinite(n.doubleValue());
      return plain ? ((Number) value).doubleValue() : Durations.seconds(value.toString());
    } catch (IllegalArgumentException _) {
      throw wrong(name, value, "a time such as 90s, 10m, 1.5h or none");
    }
  }

  private Object take(String name, Object fallback) {
    known.add(name);
    Object value = given.get(name);
    return value == null ? fallback : value;
  }

  /** Source and section, for messages. */
  String where() {
    return where;
  }

  /** @throws InputException if the section has a setting that was never taken */
  void finish() {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!known.contains(name)) {
        throw new InputException(
            where + ": there is no setting '" + name + "'; known here: " + String.join(", ", known));
      }
    }
  }

  InputException wrong(String name, Object value, String expected) {
    return new InputException(where + ": '" + name + "' is '" + value + "' but must be " + expected);
  }

  /** How a choice is written. */
  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String trim(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e6 ? Long.toString((long) bound) : Double.toString(bound);
  }
}
