package io.noether.autodiff.plan;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.inspect.ProfiledExecution;
import io.noether.autodiff.plan.fuse.FusedPass;
import io.noether.autodiff.plan.run.Compiled;
import io.noether.autodiff.plan.run.KernelCode;
import io.noether.autodiff.plan.run.Plan;
import io.noether.autodiff.plan.run.PlannedExecution;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program that runs as a few passes of generated kernels: the fast path. Planning adds nothing to the given graph. */
public final class PlannedProgram implements Program {
  private final List<Tensor> outputs;
  private final Precision precision;
  private final Plan plan;
  private final Map<KernelCode, Compiled> compiled = new ConcurrentHashMap<>();

  private PlannedProgram(List<Tensor> outputs, Precision precision) {
    this.outputs = outputs;
    this.precision = precision;
    this.plan = Plan.of(outputs, precision);
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
  public ProfiledExecution newExecution(Workers workers) {
    return newExecution(KernelCode.TIERED, workers);
  }

  /** New memory to run this program in with scalar code only, which is slower in the end and gives the same bits. */
  public ProfiledExecution newScalarExecution(Workers workers) {
    return newExecution(KernelCode.SCALAR, workers);
  }

  /** New memory to run this program in with vector code from the start, which is slow at first and gives the same bits. */
  public ProfiledExecution newVectorExecution(Workers workers) {
    return newExecution(KernelCode.VECTORS, workers);
  }

  private ProfiledExecution newExecution(KernelCode code, Workers workers) {
    Compiled kernels = compiled.computeIfAbsent(code, _ -> Compiled.of(plan, precision, code));
    return new PlannedExecution(plan, kernels, workers);
  }

  /** How many bytes an execution keeps for each row of a space. */
  public long bytesPerRow(Space space) {
    return (long) plan.numbers().bytes() * IntStream.range(0, plan.slotSpaces().size())
        .filter(slot -> plan.slotSpaces().get(slot).equals(space)).map(plan.slotWidths()::get).sum();
  }

  /** The passes and their kernels as text, for people. */
  @Override
  public String toString() {
    return plan.passes().stream().map(FusedPass::toString).collect(Collectors.joining());
  }
}
