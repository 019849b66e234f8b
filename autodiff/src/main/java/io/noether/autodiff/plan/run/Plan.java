package io.noether.autodiff.plan.run;

import io.noether.autodiff.Extract;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Op;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.emit.NumberType;
import io.noether.autodiff.emit.VectorModule;
import io.noether.autodiff.plan.fuse.FusedPass;
import io.noether.autodiff.plan.lower.LoweredPass;
import io.noether.autodiff.plan.lower.Lowering;
import io.noether.autodiff.plan.schedule.Schedule;
import io.noether.autodiff.plan.schedule.Simplifier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A program ready to be compiled: its passes in the order in which they run, and an array for each tensor that outlives
 * a pass.
 *
 * @param settled which passes depend on parameters and constants alone: they run again only when a parameter was bound
 * @param layouts tile buffers of each pass
 * @param slots which stored array each bound or stored tensor has; tensors that never live together share
 * @param slotWidths width of a row of each array
 * @param slotSpaces space of each array
 * @param results what computes each output that was asked for
 */
public record Plan(List<FusedPass> passes, BitSet settled, List<FusedPass.Layout> layouts, Map<Tensor, Integer> slots,
    List<Integer> slotWidths, List<Space> slotSpaces, Map<Tensor, Tensor> results, NumberType numbers) {
  /** With no more weights than this, their place in memory does not matter. */
  private static final int SMALL = 8192;

  /** Plans the computation of some outputs. */
  public static Plan of(List<Tensor> outputs, Precision precision) {
    NumberType numbers = NumberType.of(precision);
    int lanes = VectorModule.lanes(precision);
    Extract own = Extract.of(outputs); // rewriting adds tensors, and the given graph stays as it is
    List<Tensor> simplified = Simplifier.simplify(own.copiesOf(outputs));
    Schedule schedule = Schedule.of(simplified);
    List<FusedPass> passes =
        schedule.passes().stream().map(p -> FusedPass.of(Lowering.lower(schedule, p), lanes)).toList();
    Map<Tensor, Tensor> results = new HashMap<>();
    for (int k = 0; k < outputs.size(); k++) {
      results.put(outputs.get(k), simplified.get(k));
    }
    var layouts = passes.stream().map(p -> p.layout(numbers.bytes())).toList();
    var slots = new Slots();
    Graph.reachable(simplified).stream().filter(Schedule::isBound).forEach(slots::reserve);
    BitSet settled = settled(passes);
    slots.assign(passes, settled, simplified);
    return new Plan(passes, settled, layouts, Map.copyOf(slots.numbers), List.copyOf(slots.widths),
        List.copyOf(slots.spaces),
        Map.copyOf(results), numbers);
  }

  /** The maps along which something is summed. */
  Set<Index> summedAlong() {
    return passes.stream().map(p -> p.lowered().pass())
        .flatMap(p -> Stream.concat(p.along().stream(), p.order().stream()))
        .collect(Collectors.toSet());
  }

  /** Whether there are few weights. */
  boolean isSmall() {
    int weights = 0;
    for (int s = 0; s < slotWidths.size(); s++) {
      weights += slotSpaces.get(s).equals(Space.POINT) ? slotWidths.get(s) : 0;
    }
    return weights <= SMALL;
  }

  private static BitSet settled(List<FusedPass> passes) {
    var settled = new BitSet();
    var known = new HashSet<Tensor>();
    for (int p = 0; p < passes.size(); p++) {
      LoweredPass pass = passes.get(p).lowered();
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
  private static final class Slots {
    final Map<Tensor, Integer> numbers = new HashMap<>();
    final List<Integer> widths = new ArrayList<>();
    final List<Space> spaces = new ArrayList<>();
    private final List<Integer> busyUntil = new ArrayList<>();

    void reserve(Tensor t) {
      numbers.put(t.origin(), create(t, Integer.MAX_VALUE));
    }

    void assign(List<FusedPass> passes, BitSet settled, List<Tensor> outputs) {
      Map<Tensor, Integer> lastUse = new LinkedHashMap<>();
      for (int p = 0; p < passes.size(); p++) {
        for (Tensor t : passes.get(p).lowered().touched()) {
          lastUse.put(t, p);
        }
      }
      outputs.forEach(t -> lastUse.put(t, Integer.MAX_VALUE));
      for (int p = 0; p < passes.size(); p++) {
        for (Tensor t : passes.get(p).lowered().written()) {
          int until = settled.get(p) ? Integer.MAX_VALUE : lastUse.getOrDefault(t, p);
          int now = p;
          Optional<Integer> free = IntStream.range(0, widths.size()).boxed()
              .filter(
                  s -> busyUntil.get(s) < now && widths.get(s) == t.shape().size() && spaces.get(s).equals(t.space()))
              .findFirst();
          free.ifPresent(s -> busyUntil.set(s, until));
          numbers.put(t, free.orElseGet(() -> create(t, until)));
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
