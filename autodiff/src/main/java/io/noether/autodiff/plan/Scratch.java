package io.noether.autodiff.plan;

import io.noether.autodiff.kernels.Kernels;
import java.util.ArrayList;
import java.util.List;

/** What passes share: a tile's buffers for each worker, and accumulators for sums to the point. */
final class Scratch<A> {
  private final Kernels<A> kernels;
  private final List<A> buffers = new ArrayList<>();
  private final List<A> sums = new ArrayList<>();
  private final List<A> tileSums = new ArrayList<>();
  private A accumulators;

  Scratch(Kernels<A> kernels, Plan plan, int sumsLength, int workers) {
    this.kernels = kernels;
    int longest = plan.layouts().stream().mapToInt(l -> l.rows() * l.width()).max().orElse(0);
    int widest = plan.passes().stream().mapToInt(LoweredPass::accumulatorWidth).max().orElse(0);
    for (int w = 0; w < workers; w++) {
      buffers.add(kernels.allocate(longest));
      sums.add(kernels.allocate(sumsLength));
      tileSums.add(kernels.allocate(widest));
    }
    accumulators = kernels.allocate(0);
  }

  int workers() {
    return buffers.size();
  }

  A buffer(int worker) {
    return buffers.get(worker);
  }

  /** A worker's scratch for sums within a row. */
  A sums(int worker) {
    return sums.get(worker);
  }

  /** A worker's sums over the rows of a tile. */
  A tileSums(int worker) {
    return tileSums.get(worker);
  }

  A accumulators() {
    return accumulators;
  }

  void growAccumulators(int length) {
    if (kernels.length(accumulators) < length) {
      accumulators = kernels.allocate(length);
    }
  }
}
