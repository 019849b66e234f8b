package io.noether.autodiff.plan.schedule;

import io.noether.autodiff.Form;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Op;
import io.noether.autodiff.Shape;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.rewrite.Rewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rewrites a graph so that it makes better passes. No value changes. */
public final class Simplifier {
  /** How many numbers the widest vector of today's processors holds in single precision. */
  private static final int VECTOR = 16;

  private Simplifier() {}

  /** Outputs of the same values, in the order of the given ones. */
  public static List<Tensor> simplify(List<Tensor> outputs) {
    return padNarrowProducts(transposeWeights(mergeSums(outputs)));
  }

  /**
   * A matrix product whose rows do not fill whole vectors is made with a weight that has columns of zeros more; its
   * rows are a view of the result's. Products with a masked tail took seven times as long (192 → 20).
   */
  private static List<Tensor> padNarrowProducts(List<Tensor> outputs) {
    return Rewriter.rewrite(outputs, (old, operands) -> {
      if (old.op() instanceof Op.Contract(Form form) && operands.size() == 2 && old.shape().rank() > 0) {
        for (int w = 0; w < 2; w++) {
          String weight = form.operands().get(w);
          String result = form.result();
          int last = old.shape().rank() - 1;
          int width = old.shape().dim(last);
          int padded = (width + VECTOR - 1) / VECTOR * VECTOR;
          boolean columns = weight.length() == 2 && weight.charAt(0) != weight.charAt(1)
              && weight.charAt(1) == result.charAt(last) && form.operands().get(1 - w).indexOf(weight.charAt(1)) < 0
              && result.indexOf(weight.charAt(0)) < 0 && result.indexOf(weight.charAt(1)) == last;
          if (columns && width > VECTOR / 2 && padded != width && operands.get(w).isBroadcast()
              && !operands.get(1 - w).isBroadcast()) {
            var changed = new ArrayList<>(operands);
            changed.set(w, old.graph().pad(operands.get(w).operands().getFirst(), 1, 0, padded));
            int[] dims = java.util.stream.IntStream.range(0, last + 1).map(old.shape()::dim).toArray();
            dims[last] = padded;
            return old.graph().contract(form, changed, Shape.of(dims)).slice(last, 0, width);
          }
        }
      }
      return Rewriter.rebuild(old, operands);
    });
  }

  /** Sums along one map that are only added to each other become one sum, so one pass over its rows. */
  private static List<Tensor> mergeSums(List<Tensor> outputs) {
    Map<Tensor, Integer> uses = uses(outputs);
    return Rewriter.rewrite(outputs, (old, operands) -> {
      if (!(old.op() instanceof Op.Combine(var coefficients))) {
        return Rewriter.rebuild(old, operands);
      }
      Map<Index, List<Integer>> groups = new LinkedHashMap<>();
      for (int k = 0; k < operands.size(); k++) {
        if (operands.get(k).op() instanceof Op.Sum(var index) && !index.to().equals(Space.POINT)
            && uses.getOrDefault(old.operands().get(k), 0) == 1) {
          groups.computeIfAbsent(index, _ -> new ArrayList<>()).add(k);
        }
      }
      if (groups.values().stream().allMatch(g -> g.size() < 2)) {
        return Rewriter.rebuild(old, operands);
      }
      Tensor total = old.graph().zero(old.space(), old.shape());
      for (int k = 0; k < operands.size(); k++) {
        int term = k;
        if (groups.values().stream().noneMatch(g -> g.size() > 1 && g.contains(term))) {
          total = total.plus(operands.get(k).times(coefficients.get(k)));
        }
      }
      for (var group : groups.entrySet()) {
        if (group.getValue().size() > 1) {
          Tensor rows = group.getValue().stream()
              .map(k -> operands.get(k).operands().getFirst().times(coefficients.get(k))).reduce(Tensor::plus)
              .orElseThrow();
          total = total.plus(rows.sum(group.getKey()));
        }
      }
      return total;
    });
  }

  /** A weight that is multiplied from its other side is transposed once for each call, not once for each tile. */
  private static List<Tensor> transposeWeights(List<Tensor> outputs) {
    return Rewriter.rewrite(outputs, (old, operands) -> {
      if (old.op() instanceof Op.Contract(Form form) && operands.size() == 2) {
        for (int w = 0; w < 2; w++) {
          String weight = form.operands().get(w);
          String other = form.operands().get(1 - w);
          String result = form.result();
          if (weight.length() == 2 && operands.get(w).isBroadcast()
              && !operands.get(1 - w).isBroadcast()
              && result.indexOf(weight.charAt(0)) >= 0 && other.indexOf(weight.charAt(0)) < 0
              && result.indexOf(weight.charAt(1)) < 0 && other.indexOf(weight.charAt(1)) >= 0) {
            Tensor point = operands.get(w).operands().getFirst();
            Tensor transposed = point.graph().contract("ab->ba", point);
            String turned = "" + weight.charAt(1) + weight.charAt(0);
            var forms = new ArrayList<>(form.operands());
            forms.set(w, turned);
            var changed = new ArrayList<>(operands);
            changed.set(w, transposed);
            return old.graph().contract(new Form(forms, result, form.coefficient()), changed, old.shape());
          }
        }
      }
      return Rewriter.rebuild(old, operands);
    });
  }

  private static Map<Tensor, Integer> uses(List<Tensor> outputs) {
    Map<Tensor, Integer> uses = new HashMap<>();
    outputs.forEach(t -> uses.merge(t, 1, Integer::sum));
    Graph.reachable(outputs).forEach(t -> t.operands().forEach(o -> uses.merge(o, 1, Integer::sum)));
    return uses;
  }
}
