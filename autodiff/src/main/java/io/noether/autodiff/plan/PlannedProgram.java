package io.noether.autodiff.plan;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.kernels.KernelChoice;
import io.noether.autodiff.kernels.Kernels;
import java.util.List;
import java.util.stream.Collectors;

/** A program as passes of kernel calls. */
public final class PlannedProgram implements Program {
  private final List<Tensor> outputs;
  private final Precision precision;
  private final Plan plan;

  private PlannedProgram(List<Tensor> outputs, Precision precision) {
    this.outputs = outputs;
    this.precision = precision;
    this.plan = Plan.of(outputs, precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES);
  }

  /** Plans the computation of some outputs. */
  public static PlannedProgram of(List<Tensor> outputs, Precision precision) {
    return new PlannedProgram(List.copyOf(outputs), precision);
  }

  @Override
  public List<Tensor> outputs() {
    return outputs;
  }

  @Override
  public Execution newExecution(Workers workers) {
    return switch (precision) {
      case FLOAT32 -> new PlannedExecution<>(plan, KernelChoice.float32(), workers);
      case FLOAT64 -> new PlannedExecution<>(plan, KernelChoice.float64(), workers);
    };
  }

  /** New memory to run this program in with scalar kernels only. */
  public Execution newScalarExecution(Workers workers) {
    Kernels<float[]> single = KernelChoice.scalarFloat32();
    return switch (precision) {
      case FLOAT32 -> new PlannedExecution<>(plan, single, workers);
      case FLOAT64 -> new PlannedExecution<>(plan, KernelChoice.scalarFloat64(), workers);
    };
  }

  /** The passes and their steps, for people. */
  @Override
  public String toString() {
    return plan.passes().stream().map(LoweredPass::toString).collect(Collectors.joining());
  }
}
