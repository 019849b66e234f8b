package io.noether.autodiff;

import java.util.ArrayList;
import java.util.List;

/** All derivative rules: what each operand of an operation receives for a cotangent of the result. */
final class Derivatives {
  private Derivatives() {}

  /** One contribution for each operand, in order. */
  static List<Tensor> pullBack(Tensor y, Tensor cotangent) {
    Graph g = y.graph();
    return switch (y.op()) {
      case Op.Input _, Op.Parameter _, Op.Constant _ -> List.of();
      case Op.Apply(var function) -> List.of(cotangent.times(slope(function, y.operands().getFirst(), y)));
      case Op.Contract(var form) -> openEach(g, form, y.operands(), cotangent);
      case Op.Combine(var coefficients) -> coefficients.stream().map(cotangent::times).toList();
      case Op.Gather(var index) -> List.of(g.sum(cotangent, index));
      case Op.Sum(var index) -> List.of(g.gather(cotangent, index));
      case Op.Slice(int axis, int from, int _) ->
        List.of(g.pad(cotangent, axis, from, y.operands().getFirst().shape().dim(axis)));
      case Op.Pad(int axis, int from, int _) ->
        List.of(g.slice(cotangent, axis, from, y.operands().getFirst().shape().dim(axis)));
      case Op.Reshape _ -> List.of(g.reshape(cotangent, y.operands().getFirst().shape()));
    };
  }

  private static List<Tensor> openEach(Graph g, Form form, List<Tensor> operands, Tensor cotangent) {
    var contributions = new ArrayList<Tensor>();
    for (int p = 0; p < operands.size(); p++) {
      var slots = new ArrayList<>(operands);
      slots.set(p, cotangent);
      contributions.add(g.contract(form.open(p), slots, operands.get(p).shape()));
    }
    return contributions;
  }

  /** f'(x), given y = f(x). */
  private static Tensor slope(Function f, Tensor x, Tensor y) {
    return switch (f) {
      case EXP -> y;
      case LOG -> x.reciprocal();
      case SIN -> x.apply(Function.COS);
      case COS -> x.apply(Function.SIN).negate();
      case SQRT -> y.reciprocal().times(0.5);
      case RECIPROCAL -> y.square().negate();
      case SIGMOID -> y.minus(y.square());
      case SOFTPLUS -> x.apply(Function.SIGMOID);
      case TANH -> y.square().negate().plus(1);
      case STEP -> x.graph().zero(x.space(), x.shape());
    };
  }
}
