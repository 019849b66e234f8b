package io.noether.core.safetensors;

import io.noether.core.InputException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Typed reading of the free-form entries in a file's header. Every refusal is an {@link InputException} of one line that
 * names the file and the entry.
 *
 * @param file the file, for messages
 * @param entries the entries, in file order
 */
public record Metadata(Path file, Map<String, String> entries) {
  /** The entries of an open file. */
  public static Metadata of(Path file, Safetensors in) {
    return new Metadata(file, in.metadata());
  }

  /** Whether there is such an entry. */
  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** An entry as it stands. @throws InputException if it is missing */
  public String text(String key) {
    String value = entries.get(key);
    if (value == null) {
      throw bad(key, "is missing; the file is damaged");
    }
    return value;
  }

  /** A whole number. @throws InputException if the entry is missing or is none */
  public long whole(String key) {
    try {
      return Long.parseLong(text(key));
    } catch (NumberFormatException _) {
      throw bad(key, "is '" + text(key) + "', not a whole number; the file is damaged");
    }
  }

  /** A whole number within bounds, both included. @throws InputException if the entry is missing or is none of them */
  public int whole(String key, int least, int most) {
    long value = whole(key);
    if (value < least || value > most) {
      throw bad(key, "is '" + text(key) + "', not a whole number from " + least + " to " + most);
    }
    return (int) value;
  }

  /**
   * Any double, infinity and NaN included, with the bits that {@link Double#toString} wrote.
   *
   * @throws InputException if the entry is missing or is none
   */
  public double anyNumber(String key) {
    try {
      return Double.parseDouble(text(key));
    } catch (NumberFormatException _) {
      throw bad(key, "is '" + text(key) + "', not a number; the file is damaged");
    }
  }

  /** A finite number. @throws InputException if the entry is missing or is none */
  public double number(String key) {
    double[] one = numbers(key);
    if (one.length != 1) {
      throw bad(key, "must be one number");
    }
    return one[0];
  }

  /** Finite numbers with spaces between them. @throws InputException if the entry is missing or has something else */
  public double[] numbers(String key) {
    String[] words = text(key).strip().split("\\s+", -1);
    double[] values = new double[words.length];
    for (int k = 0; k < words.length; k++) {
      try {
        values[k] = Double.parseDouble(words[k]);
      } catch (NumberFormatException _) {
        throw bad(key, "has '" + words[k] + "' where a number must be");
      }
      if (!Double.isFinite(values[k])) {
        throw bad(key, "has " + words[k] + ", which is not finite");
      }
    }
    return values;
  }

  /** The entries whose keys begin with a prefix, without it, in file order. */
  public Map<String, String> below(String prefix) {
    var found = new LinkedHashMap<String, String>();
    entries.forEach((key, value) -> {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), value);
      }
    });
    return found;
  }

  /**
   * A refusal.
   *
   * @param key the entry
   * @param what what is wrong with it, the end of a sentence that begins with the entry's name
   */
  public InputException bad(String key, String what) {
    return new InputException(file + ": metadata '" + key + "' " + what);
  }
}
