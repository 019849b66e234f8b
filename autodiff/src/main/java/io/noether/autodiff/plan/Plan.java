package io.noether.autodiff.plan;

import io.noether.autodiff.Reachable;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schedule, lowered, with memory assigned.
 *
 * @param layouts tile buffers of each pass
 * @param slots which stored array each bound or stored tensor has; tensors that never live together share
 * @param slotWidths width of a row of each array
 * @param slotSpaces space of each array
 * @param results what computes each output that was asked for
 */
record Plan(List<LoweredPass> passes, List<LoweredPass.Layout> layouts, Map<Tensor, Integer> slots,
    List<Integer> slotWidths, List<Space> slotSpaces, Map<Tensor, Tensor> results) {

  static Plan of(List<Tensor> outputs, int bytesPerNumber) {
    List<Tensor> simplified = Simplifier.simplify(outputs);
    Schedule schedule = Schedule.of(simplified);
    List<LoweredPass> passes = schedule.passes().stream().map(p -> Lowering.lower(schedule, p)).toList();
    Map<Tensor, Tensor> results = new HashMap<>();
    for (int k = 0; k < outputs.size(); k++) {
      results.put(outputs.get(k), simplified.get(k));
    }
    var layouts = passes.stream().map(p -> p.layout(bytesPerNumber)).toList();
    var memory = new Memory();
    Reachable.from(simplified).stream().filter(Schedule::isBound).forEach(memory::reserve);
    memory.assign(passes, simplified);
    return new Plan(passes, layouts, Map.copyOf(memory.slots), List.copyOf(memory.widths), List.copyOf(memory.spaces),
        Map.copyOf(results));
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

    void assign(List<LoweredPass> passes, List<Tensor> outputs) {
      Map<Tensor, Integer> lastUse = new LinkedHashMap<>();
      for (int p = 0; p < passes.size(); p++) {
        for (Tensor t : touched(passes.get(p))) {
          lastUse.put(t, p);
        }
      }
      outputs.forEach(t -> lastUse.put(t, Integer.MAX_VALUE));
      for (int p = 0; p < passes.size(); p++) {
        var written = new ArrayList<Tensor>(passes.get(p).pass().stores());
        written.addAll(passes.get(p).pass().sums());
        for (Tensor t : written) {
          int until = lastUse.getOrDefault(t, p);
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

    private static List<Tensor> touched(LoweredPass pass) {
      var touched = new ArrayList<Tensor>();
      for (Storage storage : pass.storages()) {
        switch (storage) {
          case Storage.Rows(Tensor t, int _) -> touched.add(t);
          case Storage.Whole(Tensor t) -> touched.add(t);
          case Storage.Buffer _, Storage.Accumulator _, Storage.Number _ -> {}
        }
      }
      return touched;
    }

    private int create(Tensor t, int until) {
      widths.add(t.shape().size());
      spaces.add(t.space());
      busyUntil.add(until);
      return widths.size() - 1;
    }
  }
}
