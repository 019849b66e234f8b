package io.noether.nn;

import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Op;
import io.noether.autodiff.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How far a network sees along edges, found in its graph. A number that belongs to an atom is said to take n steps if it
 * depends on atoms at most n edges away and on the edges that atoms at most n - 1 edges away receive.
 */
final class MessageSteps {
  /**
   * The steps that a number takes. A number of an edge i ← j belongs to two atoms, which are one edge apart, so it takes
   * a number of steps from each; a number of an atom takes as many from both.
   */
  private record Steps(int fromReceiver, int fromSender) {
    static final Steps NONE = new Steps(0, 0);
    /** An edge is one of those that its receiver receives. */
    static final Steps OF_EDGE = new Steps(1, 2);

    Steps most(Steps other) {
      return new Steps(Math.max(fromReceiver, other.fromReceiver), Math.max(fromSender, other.fromSender));
    }
  }

  private MessageSteps() {}

  /**
   * How many edges away an atom may be and still matter to an atom's number. A sum over the edges that an atom receives
   * is a step only if it brings something from the senders or from the edges themselves: what is gathered at the
   * receiver and summed there again does not come from farther away.
   *
   * @param atomic a tensor over atoms
   * @return nothing if some sum goes over more than an atom's edges, as over a whole structure
   */
  static OptionalInt of(Tensor atomic) {
    Map<Tensor, Steps> steps = new HashMap<>();
    for (Tensor t : Graph.reachable(List.of(atomic))) {
      Steps most = t.operands().stream().map(steps::get).reduce(Steps.NONE, Steps::most);
      switch (t.op()) {
        case Op.Input _ when t.space().equals(AtomicGraph.EDGES) -> most = Steps.OF_EDGE;
        case Op.Gather(var index) when index.equals(RECEIVER) ->
          most = new Steps(most.fromReceiver, most.fromReceiver + 1);
        case Op.Gather(var index) when index.equals(SENDER) -> most = new Steps(most.fromSender + 1, most.fromSender);
        case Op.Sum(var index) when index.equals(RECEIVER) -> most = atAtom(Math.max(1, most.fromReceiver));
        case Op.Sum(var index) when index.equals(SENDER) -> most = atAtom(Math.max(2, most.fromSender));
        case Op.Sum _ -> {
          return OptionalInt.empty();
        }
        default -> {
          // row by row: as many steps as the operands take
        }
      }
      steps.put(t, most);
    }
    return OptionalInt.of(steps.getOrDefault(atomic, Steps.NONE).fromReceiver);
  }

  private static Steps atAtom(int steps) {
    return new Steps(steps, steps);
  }
}
