package io.noether.autodiff;

import java.util.List;

/** A program that the {@link Interpreter} runs. */
record InterpretedProgram(List<Tensor> outputs) implements Program {
  @Override
  public Execution newExecution(Workers workers) {
    return new Interpreter(outputs);
  }
}
