package io.noether.app.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** What commands print with {@code --json}. */
public final class Json {
  private Json() {}

  /**
   * One object, indented.
   *
   * @param fields names and values in the order in which they are printed: numbers, texts, arrays of numbers, lists, and
   *     maps of the same
   */
  public static String text(Map<String, ?> fields) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("fields hold something that JSON cannot say", e);
    }
  }
}
