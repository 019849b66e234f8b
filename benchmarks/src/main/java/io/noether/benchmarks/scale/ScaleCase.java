package io.noether.benchmarks.scale;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.noether.benchmarks.workloads.Network;
import io.noether.benchmarks.workloads.Silicon;

/**
 * A crystal to be measured.
 *
 * @param network what computes it
 * @param features of the network
 * @param cutoff Å
 * @param cells of silicon along each side
 */
public record ScaleCase(ScaleKind kind, Network network, int features, double cutoff, int cells) {
  /** Atoms of the crystal. */
  public int atoms() {
    return Silicon.atoms(cells);
  }

  /** The first columns of a table. */
  String line() {
    return "%-7s %8d %9.1f %,9d".formatted(kind, features, cutoff, atoms());
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance.objectNode().put("kind", kind.toString()).put("features", features)
        .put("cutoff", cutoff).put("atoms", atoms());
  }

  @Override
  public String toString() {
    return "%s, %d features, cutoff %.1f Å, %,d atoms".formatted(kind, features, cutoff, atoms());
  }
}
