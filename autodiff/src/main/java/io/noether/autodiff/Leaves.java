package io.noether.autodiff;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The inputs and parameters of a graph by their names, which are unique in it. */
final class Leaves {
  private final Map<String, Tensor> byName = new HashMap<>();

  /** The name of an input or a parameter; nothing for other operations. */
  static Optional<String> name(Op op) {
    return switch (op) {
      case Op.Input(String name) -> Optional.of(name);
      case Op.Parameter(String name, _) -> Optional.of(name);
      default -> Optional.empty();
    };
  }

  /** The input or parameter of a name, if there is one. */
  Optional<Tensor> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Remembers a tensor if it is an input or a parameter. */
  void add(Tensor tensor) {
    name(tensor.op()).ifPresent(name -> byName.put(name, tensor));
  }

  /** @throws IllegalArgumentException if there is an input or a parameter of this name already */
  void requireFree(String name) {
    named(name).ifPresent(taken -> {
      throw new IllegalArgumentException("the name '" + name + "' is taken by the tensor made at " + taken.source());
    });
  }

  /** The leaf that has the origin of another graph's. @throws IllegalArgumentException if there is none */
  Tensor standIn(Tensor leaf) {
    return name(leaf.op()).flatMap(this::named).filter(t -> t.origin().equals(leaf.origin()))
        .orElseThrow(() -> new IllegalArgumentException("nothing in this graph stands for " + leaf));
  }
}
