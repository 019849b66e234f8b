package io.noether.nn.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hyper-parameters as text, as model files and configurations have them. An architecture of your own reads its own from
 * here ({@link ArchitectureReader}) and writes them with {@link #listing}.
 */
public final class HyperParameters {
  private final Map<String, String> values;

  /** @param values texts by name */
  public HyperParameters(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** A whole number. @throws IllegalArgumentException naming it, if it is missing or is none */
  public int integer(String name) {
    return read(name, text -> {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
      }
    });
  }

  /** A number. @throws IllegalArgumentException naming it, if it is missing or is none */
  public double number(String name) {
    return read(name, text -> {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("'" + text + "' is not a number", e);
      }
    });
  }

  /**
   * Anything else.
   *
   * @param parser turns the text into a value, or throws an IllegalArgumentException that says what is known
   * @throws IllegalArgumentException naming the hyper-parameter, if it is missing or refused
   */
  public <T> T read(String name, Function<String, T> parser) {
    String text = Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalArgumentException("hyper-parameter '" + name + "' is missing"));
    try {
      return parser.apply(text.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("hyper-parameter '" + name + "': " + e.getMessage(), e);
    }
  }

  /**
   * What {@link io.noether.nn.Architecture#hyperParameters()} returns, in this order.
   *
   * @param namesAndValues names and values in turns; values are written with {@code toString}
   */
  public static Map<String, String> listing(Object... namesAndValues) {
    var all = new LinkedHashMap<String, String>();
    for (int k = 0; k < namesAndValues.length; k += 2) {
      all.put(namesAndValues[k].toString(), namesAndValues[k + 1].toString());
    }
    return all;
  }

  static void within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(name + " must lie from " + least + " to " + most + ", not " + value);
    }
  }

  static void even(String name, int value, int least, int most) {
    within(name, value, least, most);
    if (value % 2 != 0) {
      throw new IllegalArgumentException(name + " must be even, not " + value);
    }
  }

  static void cutoff(double value) {
    if (!(value > 0 && value <= 100)) { // catches NaN too
      throw new IllegalArgumentException("cutoff must lie above 0 and up to 100 Å, not " + value);
    }
  }
}
