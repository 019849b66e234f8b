package io.noether.autodiff.plan;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.kernels.KernelChoice;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** A program as passes of kernel calls. */
public final class PlannedProgram implements Program {
  private final List<Tensor> outputs;
  private final Precision precision;
  private final Plan plan;
  /** Code by whether it uses vectors. */
  private final Map<Boolean, Compiled> compiled = new ConcurrentHashMap<>();

  private PlannedProgram(List<Tensor> outputs, Precision precision) {
    this.outputs = outputs;
    this.precision = precision;
    this.plan = Plan.of(outputs, precision == Precision.FLOAT32 ? Float.BYTES : Double.BYTES, KernelChoice.lanes(precision));
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
    return newExecution(KernelChoice.vectors(), workers);
  }

  /** New memory to run this program in with scalar kernels only: the same bits, slower. */
  public Execution newScalarExecution(Workers workers) {
    return newExecution(false, workers);
  }

  private Execution newExecution(boolean vectors, Workers workers) {
    Compiled code = compiled.computeIfAbsent(vectors,
        _ -> Compiled.of(plan, precision, vectors, KernelChoice.lanes(precision)));
    return switch (precision) {
      case FLOAT32 -> new PlannedExecution<>(plan, vectors ? KernelChoice.float32() : KernelChoice.scalarFloat32(), code,
          workers);
      case FLOAT64 -> new PlannedExecution<>(plan, vectors ? KernelChoice.float64() : KernelChoice.scalarFloat64(), code,
          workers);
    };
  }

  /** The passes and their steps, for people. */
  @Override
  public String toString() {
    return plan.passes().stream().map(LoweredPass::toString).collect(Collectors.joining());
  }
}
