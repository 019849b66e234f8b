package io.noether.autodiff;

import java.util.BitSet;
import java.util.List;

/** The tensors that some outputs need. */
public final class Reachable {
  private Reachable() {}

  /** All tensors the outputs depend on, themselves included, operands first. */
  public static List<Tensor> from(List<Tensor> outputs) {
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("no outputs");
    }
    Graph graph = outputs.getFirst().graph();
    var needed = new BitSet();
    outputs.forEach(t -> needed.set(t.id()));
    for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
      graph.nodes().get(id).operands().forEach(t -> needed.set(t.id()));
      if (id == 0) {
        break;
      }
    }
    return needed.stream().mapToObj(graph.nodes()::get).toList();
  }
}
