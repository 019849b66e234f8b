package io.noether.core.safetensors;

import io.noether.core.InputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the part of JSON (RFC 8259) that a safetensors header is made of: objects, strings, and arrays of whole numbers.
 * The caller says what must come next, so nesting is only as deep as its calls are.
 */
final class HeaderScanner {
  private static final int LONGEST_NAME = 1024;
  private static final int MOST_NUMBERS = 16;
  private static final int MOST_DIGITS = 20;
  private static final char END = '\0';

  private final String file;
  private final String text;
  private int at;

  /**
   * A scanner at the beginning of a header.
   *
   * @param file what messages begin with
   * @param utf8 the header
   * @throws InputException if it is not UTF-8
   */
  HeaderScanner(String file, byte[] utf8) {
    this.file = file;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": the safetensors header is not UTF-8; the file is damaged", e);
    }
  }

  /**
   * Reads an object.
   *
   * @param field whose value it is, for messages
   * @param valueReader takes the name of each field in turn and reads its value
   */
  void object(String field, Consumer<String> valueReader) {
    expect('{', field);
    var names = new HashSet<String>();
    if (skip('}')) {
      return;
    }
    do {
      String name = name();
      if (!names.add(name)) {
        throw invalid("Duplicate field '" + name + "'");
      }
      require(':');
      valueReader.accept(name);
    } while (skip(','));
    require('}');
  }

  private String name() {
    require('"');
    String name = restOfString();
    if (name.length() > LONGEST_NAME) {
      throw invalid("a name of " + name.length() + " characters");
    }
    return name;
  }

  /** Reads a string. */
  String string(String field) {
    expect('"', field);
    return restOfString();
  }

  /** Reads an array of at most 16 whole numbers, none of them negative. */
  List<Long> naturals(String field) {
    expect('[', field);
    var numbers = new ArrayList<Long>();
    if (skip(']')) {
      return numbers;
    }
    do {
      if (numbers.size() == MOST_NUMBERS) {
        throw bad(field, "has more than " + MOST_NUMBERS + " numbers");
      }
      numbers.add(natural(field));
    } while (skip(','));
    if (!skip(']')) {
      throw bad(field, "must hold whole numbers only");
    }
    return numbers;
  }

  /** Makes sure that nothing but white space is left. */
  void end() {
    next();
    if (at < text.length()) {
      throw bad("the header", "has something after its closing brace");
    }
  }

  /** What is wrong with a field, to be thrown. */
  InputException bad(String field, String what) {
    return new InputException(file + ": " + field + " " + what + "; the file is damaged or not a safetensors file");
  }

  private long natural(String field) {
    next();
    int begin = at;
    skip('-');
    int digits = at;
    while (here() >= '0' && here() <= '9') {
      at++;
    }
    if (at == digits) {
      throw bad(field, "must hold whole numbers only");
    }
    if (text.charAt(digits) == '0' && at > digits + 1) {
      throw invalid("a number that begins with 0");
    }
    return value(field, text.substring(begin, at));
  }

  private long value(String field, String number) {
    try {
      long value = Long.parseLong(number);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException _) {
      // too large: refused below
    }
    throw bad(field, "has the impossible number "
        + (number.length() > MOST_DIGITS ? number.substring(0, MOST_DIGITS) + "…" : number));
  }

  /** What follows the opening quotation mark, escapes resolved. */
  private String restOfString() {
    var string = new StringBuilder();
    for (char c = here(); c != '"'; c = here()) {
      if (c < ' ') {
        throw invalid(at == text.length() ? "a string without its end" : "a control character in a string");
      }
      at++;
      string.append(c == '\\' ? escaped() : c);
    }
    at++;
    return string.toString();
  }

  /** What follows a backslash. */
  private char escaped() {
    char c = here();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hexadecimal();
      default -> throw invalid("a backslash before nothing that can be escaped");
    };
  }

  private char hexadecimal() {
    String digits = text.substring(at, Math.min(at + 4, text.length()));
    if (digits.length() < 4 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw invalid("\\u without four hexadecimal digits");
    }
    at += 4;
    return (char) HexFormat.fromHexDigits(digits);
  }

  private char here() {
    return at < text.length() ? text.charAt(at) : END;
  }

  /** Goes to the next character that is no white space. */
  private char next() {
    while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r') {
      at++;
    }
    return here();
  }

  private boolean skip(char wanted) {
    boolean found = next() == wanted;
    at += found ? 1 : 0;
    return found;
  }

  /** Takes what JSON must have here. */
  private void require(char wanted) {
    if (!skip(wanted)) {
      throw invalid("no " + wanted);
    }
  }

  /** Takes the beginning of a value; another kind of value is a mistake of another kind. */
  private void expect(char wanted, String field) {
    if (!skip(wanted)) {
      throw startsValue() ? bad(field, "is not what a safetensors header has there") : invalid("no " + wanted);
    }
  }

  private boolean startsValue() {
    return "{[\"-0123456789".indexOf(here()) >= 0 || text.startsWith("true", at) || text.startsWith("false", at)
        || text.startsWith("null", at);
  }

  private InputException invalid(String why) {
    return new InputException(file + ": the safetensors header is not valid JSON (" + why + ", character " + (at + 1)
        + "); the file is damaged");
  }
}
