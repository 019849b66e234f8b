package io.noether.autodiff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Rebuilds the part of a graph that some outputs need; nodes that do not change stay the same objects. */
public final class Rewriter {
  private Rewriter() {}

  /**
   * Rebuilds from the inputs up.
   *
   * @param rule given a tensor and its rebuilt operands, returns what replaces it
   */
  public static List<Tensor> rewrite(List<Tensor> outputs, BiFunction<Tensor, List<Tensor>, Tensor> rule) {
    Map<Tensor, Tensor> replaced = new HashMap<>();
    for (Tensor t : Reachable.from(outputs)) {
      replaced.put(t, rule.apply(t, t.operands().stream().map(replaced::get).toList()));
    }
    return outputs.stream().map(replaced::get).toList();
  }

  /** The same operation on other operands. */
  public static Tensor rebuild(Tensor old, List<Tensor> operands) {
    if (operands.equals(old.operands())) {
      return old;
    }
    Graph g = old.graph();
    return switch (old.op()) {
      case Op.Input _, Op.Parameter _, Op.Constant _ -> old;
      case Op.Apply(var function) -> g.apply(function, operands.getFirst());
      case Op.Contract(var form) -> g.contract(form, operands, old.shape());
      case Op.Combine(var coefficients) -> coefficients.isEmpty() ? old : g.combine(coefficients, operands);
      case Op.Gather(var index) -> g.gather(operands.getFirst(), index);
      case Op.Sum(var index) -> g.sum(operands.getFirst(), index);
      case Op.Slice(int axis, int from, int length) -> g.slice(operands.getFirst(), axis, from, length);
      case Op.Pad(int axis, int from, int total) -> g.pad(operands.getFirst(), axis, from, total);
      case Op.Reshape _ -> g.reshape(operands.getFirst(), old.shape());
    };
  }

  /** A contraction from a form. */
  public static Tensor contract(Form form, List<Tensor> operands, Shape result) {
    return operands.getFirst().graph().contract(form, operands, result);
  }

  /** A tensor with zeros appended along one axis. */
  public static Tensor pad(Tensor t, int axis, int total) {
    return t.graph().pad(t, axis, 0, total);
  }

  /** Zero with a tensor's space and shape. */
  public static Tensor zeroLike(Tensor t) {
    return t.graph().zero(t.space(), t.shape());
  }

  /** Whether a tensor is one on the point, seen by every row of another space. */
  public static boolean isBroadcast(Tensor t) {
    return t.op() instanceof Op.Gather(var index) && index.toPoint();
  }
}
