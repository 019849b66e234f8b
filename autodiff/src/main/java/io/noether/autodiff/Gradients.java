package io.noether.autodiff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reverse-mode differentiation, graph to graph: the result can be differentiated again, to any order. */
public final class Gradients {
  private Gradients() {}

  /**
   * d scalar / d t for each t.
   *
   * @param scalar one number on {@link Space#POINT}
   * @param wrt any tensors of the same graph, intermediate ones included
   * @return one tensor for each of {@code wrt}, of its space and shape; zero where the scalar does not depend on it
   * @throws ShapeException if {@code scalar} is not a scalar on the point
   */
  public static List<Tensor> of(Tensor scalar, List<Tensor> wrt) {
    if (!scalar.space().isPoint() || scalar.shape().rank() != 0) {
      throw new ShapeException("only a scalar on the point can be differentiated, not " + scalar + " made at "
          + scalar.source() + "; take total() first");
    }
    Graph g = scalar.graph();
    BitSet wanted = dependants(g, wrt, scalar.id());
    Map<Integer, List<Tensor>> contributions = new HashMap<>();
    Map<Integer, Tensor> cotangents = new HashMap<>();
    contributions.computeIfAbsent(scalar.id(), _ -> new ArrayList<>()).add(g.scalar(1));
    for (int id = scalar.id(); id >= 0; id--) {
      List<Tensor> terms = contributions.remove(id);
      if (terms == null || !wanted.get(id)) {
        continue;
      }
      Tensor node = g.nodes().get(id);
      Tensor cotangent = g.combine(java.util.Collections.nCopies(terms.size(), 1.0), terms);
      cotangents.put(id, cotangent);
      if (Graph.isZero(cotangent)) {
        continue;
      }
      List<Tensor> pulled = Derivatives.pullBack(node, cotangent);
      for (int k = 0; k < pulled.size(); k++) {
        Tensor operand = node.operands().get(k);
        if (wanted.get(operand.id())) {
          contributions.computeIfAbsent(operand.id(), _ -> new ArrayList<>()).add(pulled.get(k));
        }
      }
    }
    return wrt.stream().map(t -> cotangents.getOrDefault(t.id(), g.zero(t.space(), t.shape()))).toList();
  }

  /** d scalar / d t for one t. */
  public static Tensor of(Tensor scalar, Tensor wrt) {
    return of(scalar, List.of(wrt)).getFirst();
  }

  /**
   * The Hessian of a scalar times a direction: d/dt of (d scalar / d t · v).
   *
   * @param direction v, of t's space and shape; it must not depend on t
   */
  public static Tensor hessianVector(Tensor scalar, Tensor t, Tensor direction) {
    Tensor slope = of(scalar, t);
    String labels = Graph.labels(t.shape().rank());
    return of(t.graph().contract(labels + "," + labels + "->", slope, direction).total(), t);
  }

  /** The tensors up to {@code last} that depend on one of {@code wrt}. */
  private static BitSet dependants(Graph g, List<Tensor> wrt, int last) {
    var found = new BitSet();
    wrt.forEach(t -> found.set(t.id()));
    for (int id = 0; id <= last; id++) {
      if (g.nodes().get(id).operands().stream().anyMatch(t -> found.get(t.id()))) {
        found.set(id);
      }
    }
    return found;
  }
}
