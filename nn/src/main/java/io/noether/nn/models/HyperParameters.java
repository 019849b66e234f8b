package io.noether.nn.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Hyper-parameters as text: read with messages that name them, written in order. */
final class HyperParameters {
  /** What the names mean that the networks here share. */
  static final Map<String, String> MEANINGS = Map.of(
      "features", "channels of the atoms' features",
      "interactions", "layers of message passing",
      "radial_functions", "functions that a distance is expanded in",
      "cutoff", "distance up to which atoms are neighbours, Å",
      "radial_basis", "gaussian, bessel or smooth_bessel",
      "cutoff_function", "cosine, or polynomial-p with p from 2: how neighbours fade out at the cutoff");

  private final Map<String, String> values;

  HyperParameters(Map<String, String> values) {
    this.values = values;
  }

  int integer(String name) {
    return read(name, text -> {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("'" + text + "' is not a whole number", e);
      }
    });
  }

  double number(String name) {
    return read(name, text -> {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("'" + text + "' is not a number", e);
      }
    });
  }

  <T> T read(String name, Function<String, T> parser) {
    String text = Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalArgumentException("hyper-parameter '" + name + "' is missing"));
    try {
      return parser.apply(text.trim());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("hyper-parameter '" + name + "': " + e.getMessage(), e);
    }
  }

  /** Names and values in turns. */
  static Map<String, String> listing(Object... namesAndValues) {
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
