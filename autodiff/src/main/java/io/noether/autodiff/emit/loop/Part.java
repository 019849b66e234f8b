package io.noether.autodiff.emit.loop;

import java.util.List;
import java.util.stream.Stream;

/** A piece of what is done for one row. */
public sealed interface Part {
  /** All instructions in it, in the order in which they are written. */
  Stream<Instruction> all();

  /** Instructions on single numbers, one after the other. */
  record Straight(List<Instruction> instructions) implements Part {
    @Override
    public Stream<Instruction> all() {
      return instructions.stream();
    }
  }

  /**
   * {@code for k in 0 .. extent: body}, in vectors where {@code vectorised} and the numbers suffice, else one by one.
   * Iterations are independent of each other but for what they accumulate.
   */
  record Sweep(int extent, boolean vectorised, List<Instruction> body) implements Part {
    @Override
    public Stream<Instruction> all() {
      return body.stream();
    }

    /** What it sums over its iterations, each once. */
    public List<Value> totals() {
      return body.stream().filter(Instruction.Accumulate.class::isInstance).flatMap(i -> i.result().stream()).distinct()
          .toList();
    }
  }

  /** {@code for i in 0 .. extent: parts}. */
  record Repeat(int extent, List<Part> parts) implements Part {
    @Override
    public Stream<Instruction> all() {
      return parts.stream().flatMap(Part::all);
    }
  }
}
