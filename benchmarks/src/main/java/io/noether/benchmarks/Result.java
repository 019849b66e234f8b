package io.noether.benchmarks;

import io.noether.benchmarks.workloads.Workload;

import java.util.Optional;

/**
 * A measured workload.
 *
 * @param size of one call or step
 * @param features of the network
 * @param ours median, ms
 * @param peer the peer's best, if it was measured
 */
record Result(Workload workload, Workload.Size size, int features, double ours, Optional<Peer> peer) {
  /**
   * The same in PyTorch.
   *
   * @param milliseconds median
   * @param configuration how it was run
   */
  record Peer(double milliseconds, String configuration) {}

  /** How many times longer the peer takes. */
  Optional<Double> ratio() {
    return peer.map(p -> p.milliseconds() / ours);
  }
}
