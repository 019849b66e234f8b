package io.noether.autodiff;

import java.util.List;

/** Some tensors of a graph, ready to be computed on batches of any size. Immutable and safe to share. */
public interface Program {
  /** The tensors computed. */
  List<Tensor> outputs();

  /** New memory to run this program in, with the given threads' help. */
  Execution newExecution(Workers workers);

  /** New memory to run this program in, on the caller's thread alone. */
  default Execution newExecution() {
    return newExecution(Workers.CALLER);
  }

  /**
   * The reference, in double precision: one obvious loop for each operation, and nothing is fused or used again. It is slow;
   * the fast path is {@code io.noether.autodiff.plan.PlannedProgram}.
   */
  static Program interpreted(List<Tensor> outputs) {
    return new InterpretedProgram(List.copyOf(outputs));
  }
}
