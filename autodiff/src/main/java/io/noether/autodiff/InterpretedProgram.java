package io.noether.autodiff;

import java.util.List;

record InterpretedProgram(List<Tensor> outputs) implements Program {
  @Override
  public Execution newExecution(Workers workers) {
    return new Interpreter(outputs);
  }
}
