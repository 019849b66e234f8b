package io.noether.autodiff.emit;

import io.noether.autodiff.Function;

/**
 * One step of a row's work. An operand that is not wide stands for that number in every lane. Instructions on wide values
 * occur in bodies of sweeps only.
 */
public sealed interface Instruction {
  /** to = the number or vector at an address; wide exactly if the address's inner step is not 0 within a sweep. */
  record Load(Value to, Address from) implements Instruction {}

  /** The number or vector at an address becomes x. */
  record Store(Address to, Value x) implements Instruction {}

  /** to = a constant; not wide. */
  record Constant(Value to, double value) implements Instruction {}

  /** to = a·b. */
  record Product(Value to, Value a, Value b) implements Instruction {}

  /** to = a + b. */
  record Sum(Value to, Value a, Value b) implements Instruction {}

  /** to = a·b + c, rounded once. */
  record ProductSum(Value to, Value a, Value b, Value c) implements Instruction {}

  /** to = f(x). */
  record Call(Value to, Function function, Value x) implements Instruction {}

  /**
   * total = Σ a·b over the sweep; not wide, and there after the sweep. May occur several times for one total. In a
   * vectorised sweep the sum is taken in as many lanes as a vector has, whose sums are added by halves, and what is left
   * over is added one by one, so that scalar and vector code give the same bits.
   */
  record Accumulate(Value total, Value a, Value b) implements Instruction {}
}
