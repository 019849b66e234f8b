package io.noether.autodiff.plan.lower;

import io.noether.autodiff.Form;
import io.noether.autodiff.Function;
import io.noether.autodiff.Index;
import io.noether.autodiff.LabelLoop;
import io.noether.autodiff.Op;
import io.noether.autodiff.Shape;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.schedule.Pass;
import io.noether.autodiff.plan.schedule.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns one pass into work on arrays. Slices, reshapes, transposes, broadcasts and gathers become views; a product or a
 * sum that has one reader is written, or added, straight into that reader's rows.
 */
public final class Lowering {
  private final Schedule schedule;
  private final Pass pass;
  private final List<Storage> storages = new ArrayList<>();
  private final List<Work> work = new ArrayList<>();
  private final List<RowMap> maps = new ArrayList<>();
  private final Map<Tensor, View> values = new HashMap<>();
  private final Map<List<Object>, View> copies = new HashMap<>();
  private final Map<Tensor, Integer> uses = new HashMap<>();
  private final List<Tensor> pointSums = new ArrayList<>();
  private int accumulatorWidth;

  private Lowering(Schedule schedule, Pass pass) {
    this.schedule = schedule;
    this.pass = pass;
    storages.add(new Storage.Number(0)); // Storage.ZERO
  }

  /** Lowers one pass of a schedule. */
  public static LoweredPass lower(Schedule schedule, Pass pass) {
    var lowering = new Lowering(schedule, pass);
    lowering.countUses();
    var roots = new TreeSet<Tensor>(Comparator.comparingInt(Tensor::id));
    roots.addAll(pass.stores());
    roots.addAll(pass.sums());
    for (Tensor root : roots) {
      if (pass.stores().contains(root)) {
        lowering.value(root);
      } else {
        lowering.sum(root);
      }
    }
    return new LoweredPass(pass, lowering.storages, lowering.work, lowering.maps, lowering.pointSums,
        lowering.accumulatorWidth);
  }

  private void countUses() {
    Set<Tensor> seen = new HashSet<>();
    for (Tensor t : pass.stores()) {
      uses.merge(t, 2, Integer::sum); // always computed as a whole
      count(t, seen);
    }
    for (Tensor t : pass.sums()) {
      uses.merge(t.operands().getFirst(), 1, Integer::sum);
      count(t.operands().getFirst(), seen);
    }
  }

  private void count(Tensor t, Set<Tensor> seen) {
    if (seen.add(t) && !isGiven(t) && !(t.op() instanceof Op.Gather)) {
      for (Tensor operand : t.operands()) {
        uses.merge(operand, 1, Integer::sum);
        count(operand, seen);
      }
    }
  }

  /** Whether a tensor is complete before the pass runs. */
  private boolean isGiven(Tensor t) {
    return schedule.isComplete(t, pass);
  }

  private View value(Tensor t) {
    View known = values.get(t);
    if (known != null) {
      return known;
    }
    View view = compute(t);
    values.put(t, view);
    return view;
  }

  private View compute(Tensor t) {
    if (isGiven(t)) {
      return stored(t);
    }
    if (pass.stores().contains(t)) {
      View rows = stored(t);
      write(t, rows);
      return rows;
    }
    return viewOrFresh(t);
  }

  /** A stored tensor's rows in the pass's order. */
  private View stored(Tensor t) {
    return pass.order().isEmpty() ? View.ofRows(storage(new Storage.Rows(t, t.shape().size())), t.shape())
        : View.mapped(storage(new Storage.Whole(t)), t.shape(), map(Optional.empty()));
  }

  private View fresh(Tensor t) {
    View buffer = buffer(t.shape());
    write(t, buffer);
    return buffer;
  }

  private View viewOrFresh(Tensor t) {
    return switch (t.op()) {
      case Op.Gather(Index index) -> gathered(t.operands().getFirst(), index);
      case Op.Slice(int axis, int from, int _) -> value(t.operands().getFirst()).slice(axis, from);
      case Op.Reshape _ when value(t.operands().getFirst()).isContiguous(t.operands().getFirst().shape()) ->
        value(t.operands().getFirst()).withStrides(t.shape().strides());
      case Op.Contract(Form form) when form.isView() -> {
        View x = value(t.operands().getFirst());
        int[] strides = new int[t.shape().rank()];
        for (int axis = 0; axis < strides.length; axis++) {
          strides[axis] = step(form.operands().getFirst(), form.result().charAt(axis), x);
        }
        yield x.withStrides(strides);
      }
      default -> fresh(t);
    };
  }

  private View gathered(Tensor source, Index index) {
    int storage = storage(new Storage.Whole(source));
    return index.to().equals(Space.POINT) ? View.shared(storage, source.shape())
        : View.mapped(storage, source.shape(), map(Optional.of(index)));
  }

  /** Computes a tensor into rows of its shape. */
  private void write(Tensor t, View out) {
    switch (t.op()) {
      case Op.Apply(var function) -> apply(function, value(t.operands().getFirst()), out, t.shape());
      case Op.Contract(Form form) -> contract(t, form, out, false, 1);
      case Op.Combine _ -> combine(t, out, false, 1);
      case Op.Pad(int axis, int from, int _) -> {
        copy(zero(t.shape()), out, t.shape(), false, 1);
        into(t.operands().getFirst(), out.slice(axis, from), false, 1);
      }
      case Op.Slice _, Op.Gather _ -> copy(viewOrFresh(t), out, t.shape(), false, 1);
      case Op.Reshape _ -> {
        Tensor source = t.operands().getFirst();
        copy(value(source), out.withStrides(source.shape().strides()), source.shape(), false, 1);
      }
      case Op.Input _, Op.Parameter _, Op.Constant _, Op.Sum _ ->
        throw new IllegalStateException(t + " should be there before the pass over " + pass.space());
    }
  }

  /** Adds alpha·t to rows, or sets them to it. */
  private void into(Tensor t, View out, boolean add, double alpha) {
    if (!isGiven(t) && uses.getOrDefault(t, 0) <= 1 && !values.containsKey(t)) {
      switch (t.op()) {
        case Op.Contract(Form form) when !form.isView() -> {
          contract(t, form, out, add, alpha);
          return;
        }
        case Op.Combine(var coefficients) when !coefficients.isEmpty() -> {
          combine(t, out, add, alpha);
          return;
        }
        case Op.Pad(int axis, int from, int _) when add -> {
          into(t.operands().getFirst(), out.slice(axis, from), true, alpha);
          return;
        }
        default -> {}
      }
    }
    copy(value(t), out, t.shape(), add, alpha);
  }

  private void combine(Tensor t, View out, boolean addAll, double alpha) {
    if (!(t.op() instanceof Op.Combine(var coefficients))) {
      throw new IllegalStateException(t + " is no sum");
    }
    List<Tensor> terms = t.operands();
    if (!addAll && isJoin(terms)) {
      for (int k = 0; k < terms.size(); k++) {
        if (terms.get(k).op() instanceof Op.Pad(int axis, int from, int _)) {
          into(terms.get(k).operands().getFirst(), out.slice(axis, from), false, alpha * coefficients.get(k));
        }
      }
      return;
    }
    int first = -1;
    if (!addAll) {
      for (int k = 0; k < terms.size() && first < 0; k++) {
        first = terms.get(k).op() instanceof Op.Pad ? -1 : k;
      }
      if (first < 0) {
        copy(zero(t.shape()), out, t.shape(), false, 1);
      } else {
        into(terms.get(first), out, false, alpha * coefficients.get(first));
      }
    }
    for (int k = 0; k < terms.size(); k++) {
      if (k != first) {
        into(terms.get(k), out, true, alpha * coefficients.get(k));
      }
    }
  }

  /** Whether terms are blocks that fill one axis without overlap. */
  private static boolean isJoin(List<Tensor> terms) {
    int covered = 0;
    int joined = -1;
    int total = 0;
    var starts = new TreeSet<Integer>();
    for (Tensor t : terms) {
      if (!(t.op() instanceof Op.Pad(int axis, int from, int all)) || (joined >= 0 && joined != axis)
          || !starts.add(from)) {
        return false;
      }
      joined = axis;
      total = all;
      covered += t.operands().getFirst().shape().dim(axis);
    }
    return !terms.isEmpty() && covered == total && starts.first() == 0 && contiguousStarts(terms, starts);
  }

  private static boolean contiguousStarts(List<Tensor> terms, TreeSet<Integer> starts) {
    return terms.stream().allMatch(t -> t.op() instanceof Op.Pad(int axis, int from, int all)
        && (starts.contains(from + t.operands().getFirst().shape().dim(axis))
            || from + t.operands().getFirst().shape().dim(axis) == all));
  }

  private void contract(Tensor t, Form form, View out, boolean add, double alpha) {
    View a = value(t.operands().getFirst());
    View b = t.operands().size() == 2 ? value(t.operands().get(1)) : number(1);
    boolean fillsDiagonal = form.result().chars().distinct().count() < form.result().length();
    if (fillsDiagonal && !add) {
      copy(zero(t.shape()), out, t.shape(), false, 1);
    }
    boolean adds = add || fillsDiagonal;
    double factor = alpha * form.coefficient();
    var asMatrices = TileProduct.find(TileProduct.merge(withRows(loops(t, form, out, a, b), out, a, b)), out, a, b,
        factor, adds);
    if (asMatrices.isEmpty()) {
      work.add(new Work.Update(TileProduct.merge(loops(t, form, out, a, b)), out, a, b, factor, adds,
          Optional.empty()));
    } else if (out.base().isMapped()) { // products need rows that lie one after the other
      View buffer = buffer(t.shape());
      contract(t, form, buffer, false, 1);
      copy(buffer, out, t.shape(), add, alpha);
    } else {
      View rowsA = inOrder(a, t.operands().getFirst().shape());
      View rowsB = t.operands().size() == 2 ? inOrder(b, t.operands().get(1).shape()) : b;
      var loops = TileProduct.merge(withRows(loops(t, form, out, rowsA, rowsB), out, rowsA, rowsB));
      work.add(TileProduct.find(loops, out, rowsA, rowsB, factor, adds).<Work>map(Work.Product::new).orElseGet(
          () -> new Work.Update(TileProduct.merge(loops(t, form, out, rowsA, rowsB)), out, rowsA, rowsB, factor,
              adds, Optional.empty())));
    }
  }

  private static List<Loop> withRows(List<Loop> loops, View out, View a, View b) {
    var all = new ArrayList<Loop>();
    all.add(new Loop(1, true, out.base().stride(), a.base().stride(), b.base().stride()));
    all.addAll(loops);
    return all;
  }

  private static List<Loop> loops(Tensor t, Form form, View out, View a, View b) {
    String[] labels = {form.operands().getFirst(), form.operands().size() == 2 ? form.operands().get(1) : ""};
    LabelLoop loop = LabelLoop.of(t, form);
    var loops = new ArrayList<Loop>();
    for (int k = 0; k < loop.labels().length(); k++) {
      char label = loop.labels().charAt(k);
      loops.add(new Loop(loop.extents()[k], false, step(form.result(), label, out), step(labels[0], label, a),
          step(labels[1], label, b)));
    }
    return loops;
  }

  private static int step(String labels, char label, View view) {
    int step = 0;
    for (int axis = 0; axis < labels.length(); axis++) {
      step += labels.charAt(axis) == label ? view.strides()[axis] : 0;
    }
    return step;
  }

  private void apply(Function function, View x, View out, Shape shape) {
    work.add(new Work.Update(copyLoops(x, out, shape), out, x, number(1), 1, false, Optional.of(function)));
  }

  private void copy(View from, View to, Shape shape, boolean add, double alpha) {
    work.add(new Work.Update(copyLoops(from, to, shape), to, from, number(1), alpha, add, Optional.empty()));
  }

  private static List<Loop> copyLoops(View from, View to, Shape shape) {
    var loops = new ArrayList<Loop>();
    for (int axis = 0; axis < shape.rank(); axis++) {
      loops.add(new Loop(shape.dim(axis), false, to.strides()[axis], from.strides()[axis], 0));
    }
    return TileProduct.merge(loops);
  }

  /** Ends the pass for one sum: rows go to their targets, or into this partition's share of a sum to the point. */
  private void sum(Tensor sum) {
    Tensor rows = sum.operands().getFirst();
    if (!(sum.op() instanceof Op.Sum(Index index))) {
      throw new IllegalStateException(sum + " is no sum");
    }
    if (index.to().equals(Space.POINT)) {
      int width = sum.shape().size();
      int share = storage(new Storage.Accumulator(accumulatorWidth, width, false));
      into(rows, View.shared(share, sum.shape()), true, 1);
      boolean rowByRow = work.stream().noneMatch(w -> w instanceof Work.Product(var p) && p.out().storage() == share);
      storages.set(share, new Storage.Accumulator(accumulatorWidth, width, rowByRow));
      accumulatorWidth += width;
      pointSums.add(sum);
    } else {
      View target = View.mapped(storage(new Storage.Whole(sum)), sum.shape(), map(Optional.of(index)));
      if (rows.op() instanceof Op.Combine) { // rounded against the row's own numbers, not against the growing sum
        copy(value(rows), target, rows.shape(), true, 1);
      } else {
        into(rows, target, true, 1);
      }
    }
  }

  /** A view of rows that lie one after the other; rows found through a map are copied into a buffer, once. */
  private View inOrder(View view, Shape shape) {
    if (!view.base().isMapped()) {
      return view;
    }
    var place = List.of(view.base(), view.offset(), Arrays.stream(view.strides()).boxed().toList());
    View known = copies.get(place);
    if (known != null) {
      return known;
    }
    View buffer = buffer(shape);
    copy(view, buffer, shape, false, 1);
    copies.put(place, buffer);
    return buffer;
  }

  private View buffer(Shape shape) {
    storages.add(new Storage.Buffer(shape.size()));
    return View.ofRows(storages.size() - 1, shape);
  }

  private View number(double value) {
    return View.shared(storage(new Storage.Number(value)), Shape.SCALAR);
  }

  private View zero(Shape shape) {
    return number(0).withStrides(new int[shape.rank()]);
  }

  private int storage(Storage storage) {
    int known = storages.indexOf(storage);
    if (known >= 0) {
      return known;
    }
    storages.add(storage);
    return storages.size() - 1;
  }

  private int map(Optional<Index> index) {
    var map = new RowMap(index, pass.order());
    if (!maps.contains(map)) {
      maps.add(map);
    }
    return maps.indexOf(map);
  }
}
