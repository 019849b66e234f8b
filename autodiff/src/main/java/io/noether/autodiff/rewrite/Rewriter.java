package io.noether.autodiff.rewrite;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Op;
import io.noether.autodiff.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Rebuilds what some outputs need, by a rule for each tensor. Tensors that do not change stay the objects they are. */
public final class Rewriter {
  private Rewriter() {}

  /**
   * Rebuilds from the inputs up.
   *
   * @param rule given a tensor and its rebuilt operands, returns what replaces it
   */
  public static List<Tensor> rewrite(List<Tensor> outputs, BiFunction<Tensor, List<Tensor>, Tensor> rule) {
    Map<Tensor, Tensor> replaced = new HashMap<>();
    for (Tensor t : Graph.reachable(outputs)) {
      replaced.put(t, rule.apply(t, t.operands().stream().map(replaced::get).toList()));
    }
    return outputs.stream().map(replaced::get).toList();
  }

  /** A tensor made by the operation of another one, from other operands. */
  public static Tensor rebuild(Tensor old, List<Tensor> operands) {
    if (operands.equals(old.operands())) {
      return old;
    }
    Graph g = old.graph();
    return switch (old.op()) {
      case Op.Input _, Op.Parameter _, Op.Constant _ -> old;
      case Op.Apply(var function) -> operands.getFirst().apply(function);
      case Op.Contract(var form) -> g.contract(form, operands, old.shape());
      case Op.Combine(var coefficients) -> coefficients.isEmpty() ? old : g.combine(coefficients, operands);
      case Op.Gather(var index) -> operands.getFirst().gather(index);
      case Op.Sum(var index) -> operands.getFirst().sum(index);
      case Op.Slice(int axis, int from, int length) -> operands.getFirst().slice(axis, from, length);
      case Op.Pad(int axis, int from, int total) -> g.pad(operands.getFirst(), axis, from, total);
      case Op.Reshape _ ->
        operands.getFirst().reshape(old.shape().dims().stream().mapToInt(Integer::intValue).toArray());
    };
  }
}
