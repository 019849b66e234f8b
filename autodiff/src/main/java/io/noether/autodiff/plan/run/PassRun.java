package io.noether.autodiff.plan.run;

import io.noether.autodiff.Index;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.emit.NumberType;
import io.noether.autodiff.inspect.PassTime;
import io.noether.autodiff.plan.fuse.FusedPass;
import io.noether.autodiff.plan.fuse.OperationCount;
import io.noether.autodiff.plan.lower.LoweredPass;
import io.noether.autodiff.plan.lower.RowMap;
import io.noether.autodiff.plan.lower.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One pass at run time. Its rows are cut into partitions by size alone, so the same partition does the same sums in the
 * same order whichever worker runs it; a partition owns the rows it stores and the targets it sums into.
 */
final class PassRun implements Workers.Task {
  private static final int MOST_PARTITIONS = 64;
  /** As many as this may be small; more are made only of many rows. */
  private static final int FEW_PARTITIONS = 16;
  private static final int MANY_ROWS = 128;
  private static final int ROWS_PER_PARTITION = 32;
  /** Fewer where rows are multiplied by matrices: enough to fill a block of registers. */
  private static final int ROWS_PER_PRODUCT = 12;
  private static final int REDUCE_CHUNK = 8192;

  private final Memory memory;
  private final NumberType numbers;
  private final LoweredPass lowered;
  private final FusedPass.Layout layout;
  private final Scratch scratch;
  private final List<Tile> tiles = new ArrayList<>();
  private final TileCall[] calls;
  private final boolean hasProducts;
  private final Storage.Accumulator[] tileSums;
  private final int[][] permuted;
  private final Tensor[] sums;
  private final int[] rowStarts = new int[MOST_PARTITIONS + 1];
  private final int[] targetStarts = new int[MOST_PARTITIONS + 1];
  private final Workers.Task reduction = this::reduce;
  private final long operationsPerRow;
  private int partitions;
  private long nanos;
  private long runs;

  PassRun(Memory memory, FusedPass pass, FusedPass.Layout layout, List<TileCall> calls,
      Scratch scratch) {
    this.memory = memory;
    this.numbers = memory.numbers();
    this.lowered = pass.lowered();
    this.layout = layout;
    this.scratch = scratch;
    this.calls = calls.toArray(TileCall[]::new);
    this.operationsPerRow = OperationCount.perRow(pass.calls());
    this.hasProducts = calls.stream().anyMatch(TileCall.Matrices.class::isInstance);
    this.tileSums = lowered.storages().stream().filter(Storage.Accumulator.class::isInstance)
        .map(Storage.Accumulator.class::cast).filter(Storage.Accumulator::perTile).toArray(Storage.Accumulator[]::new);
    this.permuted = new int[lowered.maps().size()][0];
    this.sums = lowered.pass().sums().stream().filter(t -> !lowered.pointSums().contains(t)).toArray(Tensor[]::new);
    for (int w = 0; w < scratch.workers(); w++) {
      tiles.add(new Tile(lowered.storages().size(), lowered.maps().size(),
          scratch.sums(w)));
    }
  }

  /** Reacts to new sizes or maps: partitions, row maps, accumulators. */
  void prepare() {
    int rows = memory.rows(lowered.pass().space());
    partitions = partitions(rows);
    Optional<Index> along = lowered.pass().along();
    for (int p = 0; p <= partitions; p++) {
      int row = (int) ((long) rows * p / partitions);
      if (along.isPresent()) {
        int targets = memory.rows(along.get().to());
        int[] offsets = memory.index(along.get()).offsets;
        int target = p == partitions ? targets : p == 0 ? 0 : firstAtLeast(offsets, targets, row);
        targetStarts[p] = target;
        rowStarts[p] = offsets[target];
      } else {
        rowStarts[p] = row;
      }
    }
    for (int m = 0; m < permuted.length; m++) {
      permuted[m] = rowsOf(lowered.maps().get(m), permuted[m], rows);
    }
    scratch.growAccumulators(Math.multiplyExact(partitions, lowered.accumulatorWidth()));
  }

  /** Fewer where each needs an accumulator: in training that is as large as all weights of the pass. */
  private int partitions(int rows) {
    int few = Math.clamp(rows / (hasProducts ? ROWS_PER_PRODUCT : ROWS_PER_PARTITION), 1, FEW_PARTITIONS);
    return lowered.accumulatorWidth() > 0 ? few : Math.clamp(rows / MANY_ROWS, few, MOST_PARTITIONS);
  }

  void run(Workers workers) {
    long start = System.nanoTime();
    runPartitions(workers);
    nanos += System.nanoTime() - start;
    runs++;
  }

  /** What this pass has cost so far. */
  PassTime time() {
    String order = lowered.pass().order().map(index -> " by " + index).orElse("");
    double rows = memory.rows(lowered.pass().space());
    return new PassTime(lowered.pass().space() + order, runs, nanos * 1e-9, operationsPerRow * rows);
  }

  private void runPartitions(Workers workers) {
    workers.run(partitions, this);
    int width = lowered.accumulatorWidth();
    if (width > 0) {
      workers.run((width + REDUCE_CHUNK - 1) / REDUCE_CHUNK, reduction);
      int from = 0;
      Block shares = scratch.accumulators();
      for (int k = 0; k < lowered.pointSums().size(); k++) {
        Tensor sum = lowered.pointSums().get(k);
        Block target = memory.block(sum);
        int length = sum.shape().size();
        numbers.clear(target.array(), target.offset(), length);
        numbers.add(target.array(), target.offset(), shares.array(), shares.offset() + from, length);
        from += length;
      }
    }
  }

  @Override
  public void run(int partition, int worker) {
    Tile tile = tiles.get(worker);
    bind(tile, partition, worker);
    for (Tensor sum : sums) {
      int width = sum.shape().size();
      int first = targetStarts[partition];
      Block target = memory.block(sum);
      numbers.clear(target.array(), target.offset() + first * width, (targetStarts[partition + 1] - first) * width);
    }
    numbers.clear(scratch.accumulators().array(), share(partition), lowered.accumulatorWidth());
    int end = rowStarts[partition + 1];
    for (int row = rowStarts[partition]; row < end; row += layout.rows()) {
      tile.firstRow = row;
      tile.rows = Math.min(layout.rows(), end - row);
      for (int s = 0; s < tile.offsets.length; s++) {
        if (lowered.storages().get(s) instanceof Storage.Rows stored) {
          tile.offsets[s] = tile.starts[s] + row * stored.width();
        }
      }
      for (TileCall call : calls) {
        call.run(tile);
      }
      addTileSums(partition, worker);
    }
  }

  /** Adds what rows were summed to in this tile to the partition's share. */
  private void addTileSums(int partition, int worker) {
    for (Storage.Accumulator sum : tileSums) {
      Block ofTile = scratch.tileSums(worker);
      int from = ofTile.offset() + sum.offset();
      numbers.add(scratch.accumulators().array(), share(partition) + sum.offset(), ofTile.array(), from, sum.width());
      numbers.clear(ofTile.array(), from, sum.width());
    }
  }

  /** Where a partition's share of the sums to the point begins. */
  private int share(int partition) {
    return scratch.accumulators().offset() + partition * lowered.accumulatorWidth();
  }

  private void bind(Tile tile, int partition, int worker) {
    for (int s = 0; s < tile.offsets.length; s++) {
      switch (lowered.storages().get(s)) {
        case Storage.Buffer _ -> {
          tile.arrays[s] = scratch.buffer(worker).array();
          tile.offsets[s] = scratch.buffer(worker).offset() + layout.starts()[s] * layout.rows();
        }
        case Storage.Rows stored -> {
          tile.arrays[s] = memory.block(stored.tensor()).array();
          tile.starts[s] = memory.block(stored.tensor()).offset();
        }
        case Storage.Whole whole -> {
          tile.arrays[s] = memory.block(whole.tensor()).array();
          tile.offsets[s] = memory.block(whole.tensor()).offset();
        }
        case Storage.Accumulator(int offset, int _, boolean perTile) -> {
          tile.arrays[s] = perTile ? scratch.tileSums(worker).array() : scratch.accumulators().array();
          tile.offsets[s] = (perTile ? scratch.tileSums(worker).offset() : share(partition)) + offset;
        }
        case Storage.Number _ -> {}
      }
    }
    System.arraycopy(permuted, 0, tile.maps, 0, permuted.length);
  }

  /** Adds the partitions' shares, in their order, into the first's. */
  private void reduce(int chunk, int worker) {
    int width = lowered.accumulatorWidth();
    int from = chunk * REDUCE_CHUNK;
    int length = Math.min(REDUCE_CHUNK, width - from);
    Object shares = scratch.accumulators().array();
    for (int p = 1; p < partitions; p++) {
      numbers.add(shares, share(0) + from, shares, share(p) + from, length);
    }
  }

  private int[] rowsOf(RowMap map, int[] reuse, int count) {
    if (map.order().isEmpty()) {
      return memory.index(map.index().orElseThrow()).rows;
    }
    int[] order = memory.index(map.order().get()).order;
    if (map.index().isEmpty()) {
      return order;
    }
    int[] rows = memory.index(map.index().get()).rows;
    int[] result = reuse.length >= count ? reuse : new int[count + count / 4];
    for (int r = 0; r < count; r++) {
      result[r] = rows[order[r]];
    }
    return result;
  }

  private static int firstAtLeast(int[] offsets, int targets, int row) {
    int low = 0;
    int high = targets;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (offsets[middle] < row) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
