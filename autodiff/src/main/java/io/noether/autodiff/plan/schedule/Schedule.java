package io.noether.autodiff.plan.schedule;

import io.noether.autodiff.Form;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Op;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Decides the passes. A gather or a sum needs its operand complete, so it starts a later stage; row-wise operations run
 * in the earliest pass that needs them. Rows that a later pass reads are stored, unless they are wide rows of a
 * streamed space: those are computed again from what is stored.
 */
public final class Schedule {
  /** Rows of streamed spaces up to this width are stored: distances, directions. Radial functions are computed again. */
  private static final int NARROW = 4;

  private final Map<Tensor, Integer> ready = new HashMap<>();
  private final Map<Tensor, Tensor> roots = new HashMap<>();
  private final List<Pass> passes = new ArrayList<>();
  private final Map<Tensor, Pass> homes = new HashMap<>();

  private Schedule() {}

  /** Schedules the computation of some outputs. */
  public static Schedule of(List<Tensor> outputs) {
    var schedule = new Schedule();
    List<Tensor> nodes = Graph.reachable(outputs);
    for (Tensor t : nodes) {
      schedule.ready.put(t, schedule.stageOf(t));
    }
    for (Tensor t : nodes) {
      if (t.op() instanceof Op.Sum(Index index) && !index.to().equals(Space.POINT)) {
        schedule.place(t, Optional.of(index));
      }
    }
    for (Tensor t : nodes) {
      if (t.op() instanceof Op.Sum(Index index) && index.to().equals(Space.POINT)) {
        schedule.place(t, Optional.empty());
      }
    }
    outputs.forEach(schedule::store);
    int last = nodes.stream().mapToInt(schedule::ready).max().orElse(0);
    for (int stage = last; stage >= 0; stage--) { // what a pass needs stored goes to earlier stages
      int current = stage;
      var atStage = schedule.passes.stream().filter(p -> p.stage() == current).toList();
      atStage.forEach(schedule::storeWhatItReads);
    }
    schedule.passes.sort(Comparator.comparingInt(Pass::stage).thenComparing(p -> p.order().isPresent())
        .thenComparing(p -> p.space().name()));
    return schedule;
  }

  /** The passes in the order in which they run. */
  public List<Pass> passes() {
    return passes;
  }

  /** Whether a tensor has its numbers before anything is computed: an input, a parameter or a constant. */
  public static boolean isBound(Tensor t) {
    return t.op() instanceof Op.Input || t.op() instanceof Op.Parameter || t.op() instanceof Op.Constant;
  }

  /** Whether a pass other than {@code pass} has a tensor's rows complete before {@code pass} runs. */
  public boolean isComplete(Tensor t, Pass pass) {
    Pass home = homes.get(t);
    return isBound(t) || (home != null && home != pass && home.stage() < pass.stage());
  }

  /** The stage of the earliest pass that can compute a tensor's rows. */
  private int ready(Tensor t) {
    return Objects.requireNonNull(ready.get(t), "operands come first");
  }

  private int stageOf(Tensor t) {
    return switch (t.op()) {
      case Op.Input _, Op.Parameter _, Op.Constant _ -> 0;
      case Op.Gather _ -> {
        Tensor source = t.operands().getFirst();
        yield isBound(source) ? 0 : source.op() instanceof Op.Sum ? ready(source) : ready(source) + 1;
      }
      case Op.Sum(Index index) ->
        ready(t.operands().getFirst()) + (sumsStoredRows(t.operands().getFirst(), index) ? 2 : 1);
      case Op.Apply _, Op.Contract _, Op.Combine _, Op.Slice _, Op.Pad _, Op.Reshape _ ->
        t.operands().stream().mapToInt(this::ready).max().orElse(0);
    };
  }

  /**
   * Whether rows must be complete before they are summed: those of a stored space that are summed in another order, and
   * narrow rows of a streamed one, which are often summed along several maps (forces go to both ends of an edge).
   */
  private boolean sumsStoredRows(Tensor rows, Index index) {
    return rows.space().streamed() ? !index.to().equals(Space.POINT) && isStorable(rows) : !index.sorted();
  }

  private void place(Tensor sum, Optional<Index> along) {
    Tensor rows = sum.operands().getFirst();
    int stage = ready(sum) - 1;
    Pass pass =
        along.isPresent() ? pass(stage, rows.space(), along) : anyPass(stage, rows.space(), rows.space().streamed());
    pass.sums().add(sum);
    homes.put(sum, pass);
  }

  private void store(Tensor t) {
    if (isBound(t) || homes.containsKey(t)) {
      return;
    }
    Pass pass = anyPass(ready(t), t.space(), t.space().streamed());
    pass.stores().add(t);
    homes.put(t, pass);
  }

  private Pass pass(int stage, Space space, Optional<Index> along) {
    for (Pass p : passes) {
      if (p.stage() == stage && p.space().equals(space) && p.along().equals(along)) {
        return p;
      }
    }
    var created = new Pass(stage, space, along);
    passes.add(created);
    return created;
  }

  /** An existing pass over the space at that stage, a reordered one for choice if allowed, else a new one. */
  private Pass anyPass(int stage, Space space, boolean mayReorder) {
    return passes.stream().filter(p -> p.stage() == stage && p.space().equals(space))
        .filter(p -> mayReorder || p.order().isEmpty()).max(Comparator.comparing(p -> p.order().isPresent()))
        .orElseGet(() -> pass(stage, space, Optional.empty()));
  }

  private void storeWhatItReads(Pass pass) {
    Set<Tensor> seen = new HashSet<>();
    pass.sums().forEach(t -> read(t.operands().getFirst(), pass, seen));
    pass.stores().forEach(t -> t.operands().forEach(o -> readOperand(t, o, pass, seen)));
  }

  private void read(Tensor t, Pass pass, Set<Tensor> seen) {
    if (!seen.add(t) || isBound(t) || t.op() instanceof Op.Sum) {
      return;
    }
    if (isStorable(t) && ready(t) < pass.stage()) {
      store(t);
      return;
    }
    t.operands().forEach(o -> readOperand(t, o, pass, seen));
  }

  private void readOperand(Tensor t, Tensor operand, Pass pass, Set<Tensor> seen) {
    if (t.op() instanceof Op.Gather) {
      store(operand);
    } else {
      read(operand, pass, seen);
    }
  }

  /** Whether storing beats recomputing: not for what is only a way of looking at another tensor. */
  private boolean isStorable(Tensor t) {
    return !isView(t) && !expands(t)
        && (t.space().streamed() ? t.shape().size() <= NARROW : root(t).equals(t));
  }

  /**
   * The tensor of which another is a function number by number, like an activation and its derivatives: storing that one
   * serves all of them.
   */
  private Tensor root(Tensor t) {
    Tensor known = roots.get(t);
    if (known == null) {
      known = findRoot(t);
      roots.put(t, known);
    }
    return known;
  }

  private Tensor findRoot(Tensor t) {
    boolean pointwise = switch (t.op()) {
      case Op.Apply _ -> true;
      case Op.Combine(var coefficients) -> !coefficients.isEmpty();
      case Op.Contract(Form form) -> form.operands().stream().allMatch(labels -> labels.equals(form.result()));
      case Op.Input _, Op.Parameter _, Op.Constant _, Op.Gather _, Op.Sum _, Op.Slice _, Op.Pad _, Op.Reshape _ -> false;
    };
    var roots = pointwise ? t.operands().stream().filter(o -> !o.isBroadcast()).map(this::root).distinct()
        .toList() : List.<Tensor>of();
    return roots.size() == 1 ? roots.getFirst() : t;
  }

  private static boolean isView(Tensor t) {
    return switch (t.op()) {
      case Op.Slice _, Op.Reshape _, Op.Gather _ -> true;
      case Op.Contract(Form form) -> form.isView();
      case Op.Combine(var coefficients) -> coefficients.isEmpty();
      case Op.Input _, Op.Parameter _, Op.Constant _, Op.Apply _, Op.Sum _, Op.Pad _ -> false;
    };
  }

  /** Whether a product or a sum is wider than what it is made of together: then that is stored in its place. */
  private static boolean expands(Tensor t) {
    boolean cheap = t.op() instanceof Op.Combine
        || (t.op() instanceof Op.Contract && t.operands().stream().noneMatch(Tensor::isBroadcast));
    return cheap && t.shape().size() > t.operands().stream().mapToInt(Schedule::numbersBehind).sum();
  }

  /** How many different numbers of its own a row of a view has: none where every row sees the same. */
  private static int numbersBehind(Tensor t) {
    if (t.isBroadcast()) {
      return 0;
    }
    boolean repeats = t.op() instanceof Op.Contract(Form form) && form.isView();
    return repeats ? Math.min(t.shape().size(), numbersBehind(t.operands().getFirst())) : t.shape().size();
  }
}
