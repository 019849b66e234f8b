package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.plan.lower.LoweredPass;
import io.noether.autodiff.plan.lower.Storage;
import io.noether.autodiff.plan.lower.Work;
import io.noether.autodiff.plan.schedule.Pass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A pass as calls of kernels, which are made for each tile of its rows in turn. */
public record FusedPass(LoweredPass lowered, List<Call> calls) {
  private static final int TILE_BYTES = 96 * 1024;

  /**
   * Buffers laid out so that those never in use at one time share memory.
   *
   * @param rows rows of a tile
   * @param starts for each storage that is a buffer, its first number per row of the tile
   * @param width numbers per row of the tile in all
   */
  public record Layout(int rows, int[] starts, int width) {}

  /** Fuses a pass's work into kernel calls for vectors of {@code lanes} numbers. */
  public static FusedPass of(LoweredPass lowered, int lanes) {
    Pass pass = lowered.pass();
    String order = pass.order().map(index -> "_by_" + index.name()).orElse("");
    String name = ("pass" + pass.stage() + "_" + pass.space() + order).replaceAll("\\W", "_");
    var calls = new ArrayList<Call>();
    for (List<Work> group : Grouping.of(lowered.work())) {
      var updates = new ArrayList<Work.Update>();
      for (Work piece : group) {
        switch (piece) {
          case Work.Update update -> updates.add(update);
          case Work.Product(var product) -> calls.add(new Call.Matrices(product));
        }
      }
      Fusion.fuse(updates, lowered.storages(), lanes, name + "_" + calls.size())
          .forEach(loop -> calls.add(new Call.Rows(loop)));
    }
    return new FusedPass(lowered, MemoryUse.withoutDeadStores(calls, lowered.storages()));
  }

  /** Lays out the tile buffers and chooses the number of a tile's rows. */
  public Layout layout(int bytesPerNumber) {
    List<Storage> storages = lowered.storages();
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
      at = Math.max(at, starts[k] + ((Storage.Buffer) lowered.storages().get(k)).width());
    }
    return at;
  }

  @Override
  public String toString() {
    Pass pass = lowered.pass();
    List<Storage> storages = lowered.storages();
    var text = new StringBuilder("pass %d over %s%s%n".formatted(pass.stage(), pass.space(),
        pass.order().map(i -> " by " + i).orElse("")));
    for (int s = 0; s < storages.size(); s++) {
      text.append("  $").append(s).append(" = ").append(storages.get(s)).append('\n');
    }
    for (Call call : calls) {
      text.append(switch (call) {
        case Call.Rows(var loop) -> loop.toText().indent(2);
        case Call.Matrices(var product) -> "  " + product + '\n';
      });
    }
    return text.toString();
  }
}
