package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import java.util.List;

/** Counts the floating-point operations of kernel calls: two for a product that is added, one for a function. */
public final class OperationCount {
  private OperationCount() {}

  /** Operations for each row of a pass. */
  public static long perRow(List<Call> calls) {
    return calls.stream().mapToLong(call -> switch (call) {
      case Call.Rows(var loop) -> loop.parts().stream().mapToLong(OperationCount::of).sum();
      case Call.Matrices(var product) -> 2L * product.i().extent() * product.j().extent() * product.l().extent()
          * product.around().out().length;
    }).sum();
  }

  private static long of(Part part) {
    return switch (part) {
      case Part.Straight(var instructions) -> of(instructions);
      case Part.Sweep(int extent, boolean _, var body) -> extent * of(body);
      case Part.Repeat(int extent, var parts) -> extent * parts.stream().mapToLong(OperationCount::of).sum();
    };
  }

  private static long of(List<Instruction> instructions) {
    return instructions.stream().mapToLong(instruction -> switch (instruction) {
      case Instruction.Load _, Instruction.Store _, Instruction.Constant _ -> 0;
      case Instruction.Product _, Instruction.Sum _, Instruction.Call _ -> 1;
      case Instruction.ProductSum _, Instruction.Accumulate _ -> 2;
    }).sum();
  }
}
