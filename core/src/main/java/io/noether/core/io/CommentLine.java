package io.noether.core.io;

import io.noether.core.Field;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The second line of a frame of extended XYZ: key=value pairs. Values are bare words, quoted ("a \"b\"", \n for a new
 * line), or in brackets ({1 2}, [[1, 2], [3, 4]]); a key alone means true.
 */
final class CommentLine {
  private final String text;
  private int at;

  private CommentLine(String text) {
    this.text = text;
  }

  /**
   * Splits a line into its pairs, in order.
   *
   * @throws IllegalArgumentException saying what is wrong, if the line is not made of pairs
   */
  static Map<String, Field> parse(String text) {
    return new CommentLine(text).pairs();
  }

  /** A pair as it stands in a line; {@link #parse} gives the same pair back. */
  static String format(String key, Field value) {
    return quoted(key) + "=" + quoted(value.text());
  }

  private Map<String, Field> pairs() {
    var pairs = new LinkedHashMap<String, Field>();
    skipBlanks();
    while (at < text.length()) {
      String key = text.charAt(at) == '"' ? quotedText() : bareWord(true);
      if (key.isEmpty()) {
        throw new IllegalArgumentException("a value without a key at column " + (at + 1));
      }
      skipBlanks();
      var value = Field.of(true);
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
        skipBlanks();
        value = new Field(value(key));
      }
      if (pairs.put(key, value) != null) {
        throw new IllegalArgumentException("the key '" + key + "' is there twice");
      }
      skipBlanks();
    }
    return pairs;
  }

  private String value(String key) {
    if (at >= text.length()) {
      throw new IllegalArgumentException("the key '" + key + "' has no value");
    }
    return switch (text.charAt(at)) {
      case '"' -> quotedText();
      case '{' -> {
        String whole = bracketed('{', '}');
        yield whole.substring(1, whole.length() - 1);
      }
      case '[' -> bracketed('[', ']');
      default -> bareWord(false);
    };
  }

  private String bareWord(boolean untilEquals) {
    int start = at;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))
        && !(untilEquals && text.charAt(at) == '=')) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quotedText() {
    int start = at++;
    var content = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return content.toString();
      }
      if (c == '\\' && at < text.length()) {
        char escaped = text.charAt(at++);
        content.append(switch (escaped) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          default -> escaped;
        });
      } else {
        content.append(c);
      }
    }
    throw new IllegalArgumentException("the quote at column " + (start + 1) + " is not closed");
  }

  private String bracketed(char open, char close) {
    int start = at;
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return text.substring(start, at);
      }
    }
    throw new IllegalArgumentException("the " + open + " at column " + (start + 1) + " is not closed");
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static String quoted(String text) {
    boolean bare = !text.isEmpty();
    for (int k = 0; k < text.length() && bare; k++) {
      char c = text.charAt(k);
      bare = !Character.isWhitespace(c) && "=\"{}[],\\".indexOf(c) < 0;
    }
    if (bare) {
      return text;
    }
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
  }
}
