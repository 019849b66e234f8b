package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.emit.loop.Value;

/** An operand of a kernel's arithmetic: a number that is known when the kernel is made, or a value that it computes. */
sealed interface Term {
  /** A constant. */
  record Number(double value) implements Term {}

  /** A value. */
  record Of(Value value) implements Term {}

  default boolean isWide() {
    return this instanceof Of(Value value) && value.wide();
  }

  default boolean is(double number) {
    return this instanceof Number(double value) && value == number;
  }
}
