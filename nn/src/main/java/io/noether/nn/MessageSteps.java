package io.noether.nn;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Op;
import io.noether.autodiff.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** How far a network sees along edges, found in its graph. */
final class MessageSteps {
  private MessageSteps() {}

  /**
   * How many edges away an atom may be and still matter to an atom's number: the longest chain of sums along edges.
   * With n of them, the number depends on the edges received by atoms at most n - 1 edges away. A sum into senders counts
   * twice, because it takes the edges received by its atoms' neighbours.
   *
   * @param atomic a tensor over atoms
   * @return nothing if some sum goes over more than an atom's edges, as over a whole structure
   */
  static OptionalInt of(Tensor atomic) {
    Map<Tensor, Integer> steps = new HashMap<>();
    for (Tensor t : Graph.reachable(List.of(atomic))) {
      int most = t.operands().stream().mapToInt(steps::get).max().orElse(0);
      if (t.op() instanceof Op.Sum(var index)) {
        if (!index.equals(AtomicGraph.RECEIVER) && !index.equals(AtomicGraph.SENDER)) {
          return OptionalInt.empty();
        }
        most += index.equals(AtomicGraph.RECEIVER) ? 1 : 2;
      }
      steps.put(t, most);
    }
    return OptionalInt.of(steps.getOrDefault(atomic, 0));
  }
}
