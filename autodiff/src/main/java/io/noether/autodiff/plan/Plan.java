package io.noether.autodiff.plan;

import io.noether.autodiff.Op;
import io.noether.autodiff.Reachable;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schedule, lowered, with memory assigned.
 *
 * @param settled which passes depend on parameters and constants alone: they run again only when a parameter was bound
 * @param layouts tile buffers of each pass
 * @param slots which stored array each bound or stored tensor has; tensors that never live together share
 * @param slotWidths width of a row of each array
 * @param slotSpaces space of each array
 * @param results what computes each output that was asked for
 */
record Plan(List<LoweredPass> passes, BitSet settled, List<LoweredPass.Layout> layouts, Map<Tensor, Integer> slots,
    List<Integer> slotWidths, List<Space> slotSpaces, Map<Tensor, Tensor> results, int bytesPerNumber) {
  /** Numbers of weights up to which their place in memory does not matter. */
  private static final int SMALL = 8192;

  static Plan of(List<Tensor> outputs, int bytesPerNumber, int lanes) {
    List<Tensor> simplified = Simplifier.simplify(outputs);
    Schedule schedule = Schedule.of(simplified);
    List<LoweredPass> passes = schedule.passes().stream().map(p -> Lowering.lower(schedule, p, lanes)).toList();
    Map<Tensor, Tensor> results = new HashMap<>();
    for (int k = 0; k < outputs.size(); k++) {
      results.put(outputs.get(k), simplified.get(k));
    }
    var layouts = passes.stream().map(p -> p.layout(bytesPerNumber)).toList();
    var memory = new Memory();
    Reachable.from(simplified).stream().filter(Schedule::isBound).forEach(memory::reserve);
    BitSet settled = settled(passes);
    memory.assign(passes, settled, simplified);
    return new Plan(passes, settled, layouts, Map.copyOf(memory.slots), List.copyOf(memory.widths),
        List.copyOf(memory.spaces),
        Map.copyOf(results), bytesPerNumber);
  }

  /** Whether there are few weights. */
  boolean isSmall() {
    int weights = 0;
    for (int s = 0; s < slotWidths.size(); s++) {
      weights += slotSpaces.get(s).equals(Space.POINT) ? slotWidths.get(s) : 0;
    }
    return weights <= SMALL;
  }

  private static BitSet settled(List<LoweredPass> passes) {
    var settled = new BitSet();
    var known = new HashSet<Tensor>();
    for (int p = 0; p < passes.size(); p++) {
      LoweredPass pass = passes.get(p);
      boolean fixed = pass.pass().space().equals(Space.POINT) && pass.touched().stream().allMatch(
          t -> t.op() instanceof Op.Parameter || t.op() instanceof Op.Constant || known.contains(t)
              || pass.written().contains(t));
      settled.set(p, fixed);
      if (fixed) {
        known.addAll(pass.written());
      }
    }
    return settled;
  }

  /** Gives every stored tensor an array; one is used again once the last pass that reads it has run. */
  private static final class Memory {
    final Map<Tensor, Integer> slots = new HashMap<>();
    final List<Integer> widths = new ArrayList<>();
    final List<Space> spaces = new ArrayList<>();
    private final List<Integer> busyUntil = new ArrayList<>();

    void reserve(Tensor t) {
      slots.put(t, create(t, Integer.MAX_VALUE));
    }

    void assign(List<LoweredPass> passes, BitSet settled, List<Tensor> outputs) {
      Map<Tensor, Integer> lastUse = new LinkedHashMap<>();
      for (int p = 0; p < passes.size(); p++) {
        for (Tensor t : passes.get(p).touched()) {
          lastUse.put(t, p);
        }
      }
      outputs.forEach(t -> lastUse.put(t, Integer.MAX_VALUE));
      for (int p = 0; p < passes.size(); p++) {
        for (Tensor t : passes.get(p).written()) {
          int until = settled.get(p) ? Integer.MAX_VALUE : lastUse.getOrDefault(t, p);
          int now = p;
          Optional<Integer> free = java.util.stream.IntStream.range(0, widths.size()).boxed()
              .filter(
                  s -> busyUntil.get(s) < now && widths.get(s) == t.shape().size() && spaces.get(s).equals(t.space()))
              .findFirst();
          free.ifPresent(s -> busyUntil.set(s, until));
          slots.put(t, free.orElseGet(() -> create(t, until)));
        }
      }
    }

    private int create(Tensor t, int until) {
      widths.add(t.shape().size());
      spaces.add(t.space());
      busyUntil.add(until);
      return widths.size() - 1;
    }
  }
}
