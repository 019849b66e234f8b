package io.noether.autodiff.plan;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Index;
import io.noether.autodiff.IndexCheck;
import io.noether.autodiff.Op;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.kernels.Kernels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The memory of a plan and the loop over its passes. Arrays only grow; nothing is allocated once sizes have been seen.
 */
final class PlannedExecution<A> implements ProfiledExecution {
  private static final int UNKNOWN = -1;
  /** Numbers that one worker converts at a time; input of less than two such parts is not shared out. */
  private static final int LOADED_AT_ONCE = 1 << 18;
  /** Time of running from which on having vector code compiled pays, ns. */
  private static final long LONG_ENOUGH = 200_000_000;

  private final Plan plan;
  private final Kernels<A> kernels;
  private final Kernels<A> scalarKernels;
  private final Compiled compiled;
  private final Workers workers;
  private final Map<Space, int[]> sizes = new HashMap<>();
  private final Map<Index, BoundIndex> indices = new HashMap<>();
  private final Set<Index> summedAlong;
  private final Arena<A> arena;
  private final List<Block<A>> slots = new ArrayList<>();
  private final int[][] slotSizes;
  private final List<PassRun<A>> passes = new ArrayList<>();
  private final List<Tensor> inputs = new ArrayList<>();
  private final int[] boundRows;
  private boolean changed = true;
  private boolean complete;
  /** Whether what depends on parameters alone is computed: transposed weights. */
  private boolean settled;
  private long busy;

  PlannedExecution(Plan plan, Kernels<A> kernels, Kernels<A> scalarKernels, Compiled compiled, Workers workers) {
    this.plan = plan;
    this.kernels = kernels;
    this.scalarKernels = scalarKernels;
    this.compiled = compiled;
    this.workers = workers;
    this.summedAlong = plan.passes().stream().map(LoweredPass::pass)
        .flatMap(p -> Stream.concat(p.along().stream(), p.order().stream())).collect(Collectors.toSet());
    sizes.put(Space.POINT, new int[] {1});
    this.arena = new Arena<>(kernels, plan.bytesPerNumber(), plan.isSmall());
    slotSizes = new int[plan.slotWidths().size()][];
    boundRows = new int[slotSizes.length];
    java.util.Arrays.fill(boundRows, UNKNOWN);
    for (int s = 0; s < slotSizes.length; s++) {
      slotSizes[s] = size(plan.slotSpaces().get(s));
      slots.add(arena.allocate(0));
    }
    plan.slots().forEach((t, slot) -> {
      if (t.op() instanceof Op.Constant(var values)) {
        grow(slot);
        load(slot, values.stream().mapToDouble(Double::doubleValue).toArray(), 0, values.size());
      } else if (Schedule.isBound(t)) {
        inputs.add(t);
      }
    });
    var scratch = new Scratch<>(kernels, arena, plan, compiled.scratch(), workers.count());
    for (int p = 0; p < plan.passes().size(); p++) {
      passes.add(new PassRun<>(this, plan.passes().get(p), plan.layouts().get(p), compiled.calls().get(p), scratch));
    }
  }

  @Override
  public void resize(Space space, int rows) {
    if (rows < 0 || (space.equals(Space.POINT) && rows != 1)) {
      throw new IllegalArgumentException(space + " cannot have " + rows + " rows");
    }
    int[] size = size(space);
    changed |= size[0] != rows;
    size[0] = rows;
  }

  @Override
  public void bind(Index index, int[] rows) {
    int count = Math.max(0, rows(index.from()));
    int targets = Math.max(0, rows(index.to()));
    IndexCheck.check(index, rows, count, targets);
    BoundIndex bound = indices.computeIfAbsent(index, _ -> new BoundIndex());
    if (summedAlong.contains(index)) {
      bound.bindForSums(rows, count, targets, index.sorted());
    } else {
      bound.bind(rows, count, targets);
    }
    changed = true;
  }

  @Override
  public void bind(Tensor input, double[] values, int offset) {
    Integer slot = plan.slots().get(input);
    if (slot != null) {
      int count = Math.max(0, slotSizes[slot][0]) * plan.slotWidths().get(slot);
      if (values.length - offset < count) {
        throw new IllegalArgumentException(input + " takes " + count + " values, not " + (values.length - offset));
      }
      grow(slot);
      load(slot, values, offset, count);
      boundRows[slot] = slotSizes[slot][0];
      settled &= !(input.op() instanceof Op.Parameter);
    }
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    complete = false;
    for (int s = 0; s < slotSizes.length; s++) {
      if (slotSizes[s][0] == UNKNOWN) {
        throw new IllegalStateException("the size of " + plan.slotSpaces().get(s) + " is not set");
      }
      grow(s);
    }
    for (int k = 0; k < inputs.size(); k++) {
      int slot = slot(inputs.get(k));
      if (boundRows[slot] != slotSizes[slot][0]) {
        throw new IllegalStateException(inputs.get(k) + " is not bound to " + slotSizes[slot][0] + " rows");
      }
    }
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
      PassRun<A> pass = passes.get(p);
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
    int slot = slot(result);
    kernels.store(slots.get(slot).array(), slots.get(slot).offset(), into, offset,
        slotSizes[slot][0] * plan.slotWidths().get(slot));
  }

  @Override
  public List<PassTime> passTimes() {
    return passes.stream().map(PassRun::time).toList();
  }

  Kernels<A> scalarKernels() {
    return scalarKernels;
  }

  Kernels<A> kernels() {
    return kernels;
  }

  /** Where a bound or stored tensor is. */
  Block<A> memory(Tensor t) {
    return slots.get(slot(t));
  }

  int rows(Space space) {
    return size(space)[0];
  }

  BoundIndex index(Index index) {
    BoundIndex bound = indices.get(index);
    if (bound == null || bound.count != rows(index.from()) || bound.targets != rows(index.to())) {
      throw new IllegalStateException("the index " + index + " is not bound to " + rows(index.from()) + " rows");
    }
    return bound;
  }

  private void load(int slot, double[] values, int from, int count) {
    Block<A> to = slots.get(slot);
    if (count < 2 * LOADED_AT_ONCE) {
      kernels.load(values, from, to.array(), to.offset(), count);
    } else {
      workers.run(Math.ceilDiv(count, LOADED_AT_ONCE), (part, _) -> {
        int first = part * LOADED_AT_ONCE;
        kernels.load(values, from + first, to.array(), to.offset() + first, Math.min(LOADED_AT_ONCE, count - first));
      });
    }
  }

  private int slot(Tensor t) {
    Integer slot = plan.slots().get(t);
    if (slot == null) {
      throw new IllegalStateException(t + " has no memory in this plan");
    }
    return slot;
  }

  private int[] size(Space space) {
    return sizes.computeIfAbsent(space, _ -> new int[] {UNKNOWN});
  }

  private void grow(int slot) {
    long needed = (long) slotSizes[slot][0] * plan.slotWidths().get(slot);
    if (needed > Integer.MAX_VALUE - 16) {
      throw new IllegalStateException(
          plan.slotSpaces().get(slot) + " has too many rows for one array: " + needed + " numbers");
    }
    if (slots.get(slot).length() < needed) {
      slots.set(slot, arena.allocate((int) needed));
    }
  }
}
