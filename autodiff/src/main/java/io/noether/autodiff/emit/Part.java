package io.noether.autodiff.emit;

import java.util.List;

/** A piece of what is done for one row. */
public sealed interface Part {
  /** Instructions on single numbers, one after the other. */
  record Straight(List<Instruction> instructions) implements Part {}

  /**
   * {@code for k in 0 .. extent: body}, in vectors where {@code vectorised} and the numbers suffice, else one by one.
   * Iterations are independent of each other but for what they accumulate.
   */
  record Sweep(int extent, boolean vectorised, List<Instruction> body) implements Part {}

  /** {@code for i in 0 .. extent: parts}. */
  record Repeat(int extent, List<Part> parts) implements Part {}
}
