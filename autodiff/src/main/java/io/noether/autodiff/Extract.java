package io.noether.autodiff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A copy of a graph, or of a part of it, in a graph of its own. What is built further (derivatives, a loss, look-ups,
 * rewritten products) is added to the copy, while the original stays as it is and may be frozen and shared by threads.
 *
 * <p>Tensors keep their order. A copied input or parameter stands for the original: what binds the one to an execution
 * binds the other, so a {@link ParameterSet} of the original serves every extract.
 */
public final class Extract {
  private final Graph graph = new Graph();
  private final Map<Tensor, Tensor> copies = new HashMap<>();

  private Extract(List<Tensor> operandsFirst) {
    for (Tensor t : operandsFirst) {
      copies.put(t, graph.copy(t, copiesOf(t.operands())));
    }
  }

  /** Copies what some outputs need. */
  public static Extract of(List<Tensor> outputs) {
    return new Extract(Graph.reachable(outputs));
  }

  /** Copies a whole graph; tensors keep their ids. */
  public static Extract all(Graph graph) {
    return new Extract(graph.nodes());
  }

  /** The graph of the copies, which can be added to. */
  public Graph graph() {
    return graph;
  }

  /** The copy of a tensor. @throws IllegalArgumentException if it was not copied */
  public Tensor copyOf(Tensor original) {
    Tensor copy = copies.get(original);
    if (copy == null) {
      throw new IllegalArgumentException(original + " is not part of this extract");
    }
    return copy;
  }

  /** The copies of some tensors, in their order. */
  public List<Tensor> copiesOf(List<Tensor> originals) {
    return originals.stream().map(this::copyOf).toList();
  }
}
