package io.noether.autodiff.plan;

import io.noether.autodiff.Tensor;
import io.noether.autodiff.emit.RowKernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pass as calls of kernels on storages.
 *
 * @param pointSums its sums to the point, in the order of their shares of the accumulator
 * @param accumulatorWidth numbers in one partition's accumulator
 */
record LoweredPass(Pass pass, List<Storage> storages, List<Call> calls, List<RowMap> maps, List<Tensor> pointSums,
    int accumulatorWidth) {
  private static final int TILE_BYTES = 96 * 1024;

  /**
   * Buffers laid out so that those never in use at one time share memory.
   *
   * @param rows rows of a tile
   * @param starts for each storage that is a buffer, its first number per row of the tile
   * @param width numbers per row of the tile in all
   */
  record Layout(int rows, int[] starts, int width) {}

  /** The bound and stored tensors that it reads or writes. */
  List<Tensor> touched() {
    var touched = new ArrayList<Tensor>();
    for (Storage storage : storages) {
      switch (storage) {
        case Storage.Rows(Tensor t, int _) -> touched.add(t);
        case Storage.Whole(Tensor t) -> touched.add(t);
        case Storage.Buffer _, Storage.Accumulator _, Storage.Number _ -> {}
      }
    }
    return touched;
  }

  /** The tensors it makes. */
  List<Tensor> written() {
    var written = new ArrayList<Tensor>(pass.stores());
    written.addAll(pass.sums());
    return written;
  }

  Layout layout(int bytesPerNumber) {
    int n = storages.size();
    int[] first = new int[n];
    int[] last = new int[n];
    Arrays.fill(first, -1);
    var used = calls.stream().map(MemoryUse::arrays).toList();
    for (int c = 0; c < used.size(); c++) {
      for (int k : used.get(c)) {
        first[k] = first[k] < 0 ? c : first[k];
        last[k] = c;
      }
    }
    int[] starts = new int[n];
    var placed = new ArrayList<Integer>();
    int width = 0;
    for (int c = 0; c < used.size(); c++) {
      for (int k : used.get(c)) {
        if (first[k] == c && storages.get(k) instanceof Storage.Buffer(int size) && !placed.contains(k)) {
          starts[k] = firstGap(placed, starts, last, c, size);
          placed.add(k);
          width = Math.max(width, starts[k] + size);
        }
      }
    }
    int rows = Math.clamp(TILE_BYTES / ((long) Math.max(1, width) * bytesPerNumber), 8, 128) / 8 * 8;
    return new Layout(rows, starts, width);
  }

  private int firstGap(List<Integer> placed, int[] starts, int[] last, int step, int size) {
    var live =
        placed.stream().filter(k -> last[k] >= step).sorted((x, y) -> Integer.compare(starts[x], starts[y])).toList();
    int at = 0;
    for (int k : live) {
      if (starts[k] - at >= size) {
        return at;
      }
      at = Math.max(at, starts[k] + ((Storage.Buffer) storages.get(k)).width());
    }
    return at;
  }

  @Override
  public String toString() {
    var text = new StringBuilder("pass %d over %s%s%n".formatted(pass.stage(), pass.space(),
        pass.order().map(i -> " by " + i).orElse("")));
    for (int s = 0; s < storages.size(); s++) {
      text.append("  $").append(s).append(" = ").append(storages.get(s)).append('\n');
    }
    for (Call call : calls) {
      text.append(switch (call) {
        case Call.Rows(var loop) -> RowKernels.toText(loop).indent(2);
        case Call.Matrices(var product) -> "  " + product + '\n';
      });
    }
    return text.toString();
  }
}
