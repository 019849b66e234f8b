package io.noether.autodiff.tables;

import io.noether.autodiff.Form;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Op;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors that are functions of one variable and of parameters, where the rest of the graph reads them: the
 * outermost ones, since what only they need need not be computed at all.
 */
final class Frontier {
  /** What a scalar function of one number costs, in multiplications; think of an exponential or a cosine. */
  private static final long APPLY = 8;
  /** How much work looking up one number must save: four multiplications and reading what they take. */
  private static final long LOOKUP = 8;
  /** What looking up a row costs beside its numbers, counted in numbers; it makes narrow rows not worth a table. */
  private static final long ROW = 8;

  private final Tensor variable;
  private final List<Tensor> nodes;
  /** What depends on parameters on the point alone, there or seen by every row. */
  private final BitSet steady = new BitSet();
  private final BitSet functions = new BitSet();

  private Frontier(List<Tensor> outputs, Tensor variable) {
    this.variable = variable;
    nodes = Graph.reachable(outputs);
    nodes.forEach(this::classify);
  }

  /** What to tabulate, operands first. */
  static List<Tensor> of(List<Tensor> outputs, Tensor variable) {
    var frontier = new Frontier(outputs, variable);
    var needed = new BitSet();
    outputs.forEach(t -> needed.set(t.id()));
    var found = new ArrayList<Tensor>();
    for (Tensor t : frontier.nodes.reversed()) {
      if (frontier.functions.get(t.id()) && !needed.get(t.id())) {
        continue; // only other functions read it
      }
      if (frontier.functions.get(t.id()) && !spreads(t) && frontier.isWorthIt(t)) {
        found.add(t);
      } else {
        t.operands().forEach(o -> needed.set(o.id()));
      }
    }
    return List.copyOf(found.reversed());
  }

  private void classify(Tensor t) {
    boolean known = switch (t.op()) {
      case Op.Input _, Op.Sum _ -> false;
      case Op.Parameter _, Op.Constant _ -> t.space().equals(Space.POINT);
      case Op.Gather _ -> steady.get(t.operands().getFirst().id());
      case Op.Apply _, Op.Contract _, Op.Combine _, Op.Slice _, Op.Pad _, Op.Reshape _ ->
        t.operands().stream().allMatch(o -> steady.get(o.id()) || functions.get(o.id()));
    };
    if (t.equals(variable) || (known && t.operands().stream().anyMatch(o -> functions.get(o.id())))) {
      functions.set(t.id());
    } else if (known) {
      steady.set(t.id());
    }
  }

  /** Whether a tensor only writes its operand's numbers to more or other places: then the operand is looked up. */
  private static boolean spreads(Tensor t) {
    boolean moves = switch (t.op()) {
      case Op.Pad _, Op.Reshape _, Op.Contract _ -> t.operands().size() == 1;
      case Op.Input _, Op.Parameter _, Op.Constant _, Op.Apply _, Op.Combine _, Op.Gather _, Op.Sum _, Op.Slice _ ->
        false;
    };
    return moves && t.shape().size() >= t.operands().getFirst().shape().size();
  }

  private boolean isWorthIt(Tensor t) {
    return work(t) >= LOOKUP * (t.shape().size() + ROW);
  }

  /** Multiplications that computing one row from the variable takes. */
  private long work(Tensor root) {
    var needed = new BitSet();
    needed.set(root.id());
    long work = 0;
    for (Tensor t : nodes.reversed()) {
      if (needed.get(t.id()) && functions.get(t.id()) && !t.equals(variable)) {
        t.operands().forEach(o -> needed.set(o.id()));
        work += ownWork(t);
      }
    }
    return work;
  }

  private static long ownWork(Tensor t) {
    return switch (t.op()) {
      case Op.Apply _ -> APPLY * t.shape().size();
      case Op.Combine(var coefficients) -> (long) coefficients.size() * t.shape().size();
      case Op.Contract(Form form) -> loops(form, t);
      case Op.Input _, Op.Parameter _, Op.Constant _, Op.Gather _, Op.Sum _, Op.Slice _, Op.Pad _, Op.Reshape _ -> 0;
    };
  }

  /** In how many ways the labels of a form can take values. */
  private static long loops(Form form, Tensor t) {
    Map<Character, Integer> extents = new HashMap<>();
    for (int k = 0; k < form.operands().size(); k++) {
      String labels = form.operands().get(k);
      for (int axis = 0; axis < labels.length(); axis++) {
        extents.put(labels.charAt(axis), t.operands().get(k).shape().dim(axis));
      }
    }
    for (int axis = 0; axis < form.result().length(); axis++) {
      extents.put(form.result().charAt(axis), t.shape().dim(axis));
    }
    return extents.values().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }
}
