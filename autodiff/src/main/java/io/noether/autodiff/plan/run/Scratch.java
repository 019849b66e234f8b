package io.noether.autodiff.plan.run;

import io.noether.autodiff.kernels.Kernels;
import java.util.ArrayList;
import java.util.List;

/** What passes share: a tile's buffers for each worker, and accumulators for sums to the point. */
final class Scratch<A> {
  private final Arena<A> arena;
  private final List<Block<A>> buffers = new ArrayList<>();
  private final List<A> sums = new ArrayList<>();
  private final List<Block<A>> tileSums = new ArrayList<>();
  private Block<A> accumulators;

  Scratch(Kernels<A> kernels, Arena<A> arena, Plan plan, int sumsLength, int workers) {
    this.arena = arena;
    int longest = plan.layouts().stream().mapToInt(l -> l.rows() * l.width()).max().orElse(0);
    int widest = plan.passes().stream().mapToInt(p -> p.lowered().accumulatorWidth()).max().orElse(0);
    for (int w = 0; w < workers; w++) {
      buffers.add(arena.allocate(longest));
      sums.add(kernels.allocate(sumsLength));
      tileSums.add(arena.allocate(widest));
    }
    accumulators = arena.allocate(0);
  }

  int workers() {
    return buffers.size();
  }

  Block<A> buffer(int worker) {
    return buffers.get(worker);
  }

  /** A worker's scratch for sums within a row. */
  A sums(int worker) {
    return sums.get(worker);
  }

  /** A worker's sums over the rows of a tile. */
  Block<A> tileSums(int worker) {
    return tileSums.get(worker);
  }

  Block<A> accumulators() {
    return accumulators;
  }

  void growAccumulators(int length) {
    if (accumulators.length() < length) {
      accumulators = arena.allocate(length);
    }
  }
}
