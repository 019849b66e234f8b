package io.noether.core;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * An extra value of a structure, kept as it was written so that nothing is lost from file to file; read as a number
 * where somebody needs one.
 *
 * @param text the value without its quotes
 */
public record Field(String text) {
  /** A number, written so that reading it gives the same bits. */
  public static Field of(double number) {
    return new Field(Double.toString(number));
  }

  /** A whole number. */
  public static Field of(long number) {
    return new Field(Long.toString(number));
  }

  /** Several numbers, separated by blanks. */
  public static Field of(double[] numbers) {
    return new Field(Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" ")));
  }

  /** Text as it is. */
  public static Field of(String text) {
    return new Field(text);
  }

  /** True or false, as {@code T} or {@code F}. */
  public static Field of(boolean value) {
    return new Field(value ? "T" : "F");
  }

  /** The value as one number, if it is one. */
  public OptionalDouble number() {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
