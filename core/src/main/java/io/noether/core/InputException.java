package io.noether.core;

/**
 * Something the user gave cannot be used. The message is the whole line a user sees: it names the file, the line or the
 * field, says what is wrong and what to do about it.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An error with its whole user-facing line. */
  public InputException(String message) {
    super(oneLine(message));
  }

  /** An error with its whole user-facing line and what led to it. */
  public InputException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  /** What is quoted from a file may hold anything, also line ends and codes that move a terminal's cursor. */
  private static String oneLine(String message) {
    return message.codePoints()
        .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
