package io.noether.autodiff.plan.run;

import io.noether.autodiff.Index;
import io.noether.autodiff.Op;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.inspect.PassTime;
import io.noether.autodiff.inspect.ProfiledExecution;
import java.util.ArrayList;
import java.util.List;

/** Runs the passes of a plan, one after the other, on memory of its own. */
public final class PlannedExecution implements ProfiledExecution {
  /** Time of running from which on having vector code compiled pays, ns. */
  private static final long LONG_ENOUGH = 200_000_000;

  private final Plan plan;
  private final Compiled compiled;
  private final Workers workers;
  private final Memory memory;
  private final List<PassRun> passes = new ArrayList<>();
  private boolean changed = true;
  private boolean complete;
  /** Whether what depends on parameters alone is computed: transposed weights. */
  private boolean settled;
  private long busy;

  /** New memory for a plan. */
  public PlannedExecution(Plan plan, Compiled compiled, Workers workers) {
    this.plan = plan;
    this.compiled = compiled;
    this.workers = workers;
    memory = new Memory(plan, workers);
    var scratch = new Scratch(memory.arena(), plan, compiled.scratch(), workers.count());
    for (int p = 0; p < plan.passes().size(); p++) {
      passes.add(new PassRun(memory, plan.passes().get(p), plan.layouts().get(p),
          compiled.calls().get(p), scratch));
    }
  }

  @Override
  public void resize(Space space, int rows) {
    changed |= memory.resize(space, rows);
  }

  @Override
  public void bind(Index index, int[] rows) {
    memory.bind(index, rows);
    changed = true;
  }

  @Override
  public void bind(Tensor input, double[] values, int offset) {
    boolean needed = memory.bind(input, values, offset);
    settled &= !(needed && input.op() instanceof Op.Parameter);
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    complete = false;
    memory.prepare();
    compiled.begin();
    try {
      compute();
    } finally {
      busy += System.nanoTime() - start;
      compiled.end(busy > LONG_ENOUGH);
    }
  }

  private void compute() {
    for (int p = 0; p < passes.size(); p++) {
      PassRun pass = passes.get(p);
      if (changed) {
        pass.prepare();
      }
      if (!settled || !plan.settled().get(p)) {
        pass.run(workers);
      }
    }
    settled = true;
    changed = false;
    complete = true;
  }

  @Override
  public void read(Tensor output, double[] into, int offset) {
    Tensor result = plan.results().get(output);
    if (result == null || !complete) {
      throw new IllegalStateException(output + " has not been computed by this program");
    }
    memory.read(result, into, offset);
  }

  @Override
  public List<PassTime> passTimes() {
    return passes.stream().map(PassRun::time).toList();
  }
}
