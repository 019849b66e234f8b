package io.noether.autodiff.plan;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import java.util.List;

/** Placeholder until the plan lands: runs the interpreter. */
public record PlannedProgram(List<Tensor> outputs, Precision precision) implements Program {
  public static PlannedProgram of(List<Tensor> outputs, Precision precision) {
    return new PlannedProgram(outputs, precision);
  }

  @Override
  public Execution newExecution(Workers workers) {
    return Program.interpreted(outputs).newExecution(workers);
  }
}
