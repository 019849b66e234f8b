package io.noether.autodiff;

import java.util.List;

/**
 * What a tensor does with its operands. Few, closed under differentiation, and free of operands themselves, so that two
 * operations are compared by value at once.
 */
public sealed interface Op {
  /** Numbers bound when the program is run. */
  record Input(String name) implements Op {}

  /** Numbers that training changes, bound when the program is run. */
  record Parameter(String name, Initial initial) implements Op {}

  /** Numbers known when the model is built, on {@link Space#POINT}, row-major. */
  record Constant(List<Double> values) implements Op {}

  /** A scalar function of each number. */
  record Apply(Function function) implements Op {}

  /** A multilinear form of one or two operands. */
  record Contract(Form form) implements Op {}

  /** Σ coefficient·operand; without operands, zero. */
  record Combine(List<Double> coefficients) implements Op {}

  /** Row r of the result is row {@code index[r]} of the operand. */
  record Gather(Index index) implements Op {}

  /** Row s of the result is the sum of the operand's rows r with {@code index[r] = s}. */
  record Sum(Index index) implements Op {}

  /** Entries {@code from} to {@code from + length} of one axis. */
  record Slice(int axis, int from, int length) implements Op {}

  /** The operand at {@code from} of a longer axis, zero elsewhere: the transpose of {@link Slice}. */
  record Pad(int axis, int from, int total) implements Op {}

  /** The operand's numbers in their order, row-major, with other extents. */
  record Reshape() implements Op {}
}
