package io.noether.autodiff.plan.run;

import java.util.ArrayList;
import java.util.List;

/** Memory that all passes of an execution share: tile buffers for each worker, and accumulators for sums to the point. */
final class Scratch {
  private final Arena arena;
  private final List<Block> buffers = new ArrayList<>();
  private final List<Object> sums = new ArrayList<>();
  private final List<Block> tileSums = new ArrayList<>();
  private Block accumulators;

  Scratch(Arena arena, Plan plan, int sumsLength, int workers) {
    this.arena = arena;
    int longest = plan.layouts().stream().mapToInt(l -> l.rows() * l.width()).max().orElse(0);
    int widest = plan.passes().stream().mapToInt(p -> p.lowered().accumulatorWidth()).max().orElse(0);
    for (int w = 0; w < workers; w++) {
      buffers.add(arena.allocate(longest));
      sums.add(plan.numbers().allocate(sumsLength));
      tileSums.add(arena.allocate(widest));
    }
    accumulators = arena.allocate(0);
  }

  int workers() {
    return buffers.size();
  }

  Block buffer(int worker) {
    return buffers.get(worker);
  }

  /** A worker's scratch for sums within a row. */
  Object sums(int worker) {
    return sums.get(worker);
  }

  /** A worker's sums over the rows of a tile. */
  Block tileSums(int worker) {
    return tileSums.get(worker);
  }

  Block accumulators() {
    return accumulators;
  }

  void growAccumulators(int length) {
    if (accumulators.length() < length) {
      accumulators = arena.allocate(length);
    }
  }
}
