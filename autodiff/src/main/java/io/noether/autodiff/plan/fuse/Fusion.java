package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.plan.lower.Loop;
import io.noether.autodiff.plan.lower.Storage;
import io.noether.autodiff.plan.lower.Work;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns row-wise updates into kernels: loops over rows whose parts are numbers computed one by one, sweeps over lines of
 * one length, and nests for what is neither. Updates meet in one sweep wherever they depend on each other line by line.
 */
final class Fusion {
  /** About how many bytecodes a sweep's body may have. */
  private static final int LARGEST_SWEEP = 2000;

  /** About how many bytecodes a kernel may have. C2 takes seconds for larger ones and never compiles methods over 8000. */
  private static final int LARGEST_KERNEL = 2000;

  private static final int LONGEST_SPLIT = 8;

  private final List<Work.Update> updates;
  private final List<Storage> storages;
  private final int lanes;
  private final String name;
  private final List<Pattern> patterns = new ArrayList<>();
  private final List<BitSet> needed = new ArrayList<>();
  private final List<RowLoop> kernels = new ArrayList<>();
  private final Map<Integer, Integer> lengths = new HashMap<>();
  private final BitSet done = new BitSet();
  private Row row;

  private Fusion(List<Work.Update> updates, List<Storage> storages, int lanes, String name) {
    this.updates = updates;
    this.storages = storages;
    this.lanes = lanes;
    this.name = name;
    this.row = new Row(storages);
    updates.forEach(u -> patterns.add(Pattern.of(u, lanes)));
    chooseLengths();
    List<BitSet> dependents = Grouping.dependents(List.copyOf(updates));
    for (int k = 0; k < updates.size(); k++) {
      var before = new BitSet();
      for (int n = 0; n < k; n++) {
        before.set(n, dependents.get(n).get(k));
      }
      needed.add(before);
    }
  }

  /** The kernels that do some updates, in the order in which they run. */
  static List<RowLoop> fuse(List<Work.Update> updates, List<Storage> storages, int lanes, String name) {
    var fusion = new Fusion(updates, storages, lanes, name);
    fusion.run();
    return fusion.kernels;
  }

  private void run() {
    while (done.cardinality() < updates.size()) {
      boolean any = straight();
      int next = nextLine();
      if (next >= 0) {
        sweep(lineLength(next), isVectorised(next));
      } else {
        int nest = nextNested();
        if (nest >= 0) {
          Nests.add(updates.get(nest), (Pattern.Nested) patterns.get(nest), row, lanes);
          done.set(nest);
        } else if (!any) {
          throw new IllegalStateException("updates wait for each other");
        }
      }
      closeIfLarge();
    }
    close();
  }

  private void closeIfLarge() {
    if (row.weight() > LARGEST_KERNEL) {
      close();
    }
  }

  private void close() {
    if (!row.parts().isEmpty()) {
      kernels.add(new RowLoop(name + "_" + kernels.size(), List.copyOf(row.parts())));
      row = new Row(storages);
    }
  }

  /** Does all updates that are ready and are spelled out number by number; says whether there were any. */
  private boolean straight() {
    boolean any = false;
    for (int k = 0; k < updates.size(); k++) {
      if (patterns.get(k) instanceof Pattern.Straight && isReady(k)) {
        var instructions = new ArrayList<Instruction>();
        var to = new Arithmetic(instructions, instructions, row.ids);
        Straight.write(updates.get(k), row, to, instructions);
        row.addStraight(instructions);
        done.set(k);
        any = true;
        closeIfLarge();
      }
    }
    return any;
  }

  private boolean isReady(int k) {
    if (done.get(k)) {
      return false;
    }
    var open = new BitSet();
    open.or(needed.get(k));
    open.andNot(done);
    return open.isEmpty();
  }

  /** The update to begin a sweep with: of those that are ready the one with the shortest line, as others wait for it. */
  private int nextLine() {
    int best = -1;
    for (int k = 0; k < updates.size(); k++) {
      if (patterns.get(k) instanceof Pattern.Line && isReady(k) && (best < 0 || lineLength(k) < lineLength(best))) {
        best = k;
      }
    }
    return best;
  }

  private int nextNested() {
    for (int k = 0; k < updates.size(); k++) {
      if (patterns.get(k) instanceof Pattern.Nested && isReady(k)) {
        return k;
      }
    }
    return -1;
  }

  private void sweep(int length, boolean vectorised) {
    var sweep = new SweepBuilder(row, length, vectorised);
    var inside = new BitSet();
    for (int k = 0; k < updates.size(); k++) {
      if (patterns.get(k) instanceof Pattern.Line line && !done.get(k) && lineLength(k) == length
          && isVectorised(k) == vectorised && (inside.isEmpty() || sweep.weight() < LARGEST_SWEEP)) {
        var open = new BitSet();
        open.or(needed.get(k));
        open.andNot(done);
        open.andNot(inside);
        if (open.isEmpty() && sweep.tryAdd(updates.get(k), line)) {
          inside.set(k);
        }
      }
    }
    sweep.close();
    done.or(inside);
  }

  private boolean isVectorised(int k) {
    return Pattern.isVectorised(updates.get(k).function());
  }

  /** The length of line in which an update is swept: its own, or one that divides it and that more updates share. */
  private int lineLength(int k) {
    return lengths.getOrDefault(k, 0);
  }

  private void chooseLengths() {
    Map<Integer, Long> shared = new TreeMap<>(Comparator.reverseOrder());
    for (Pattern pattern : patterns) {
      if (pattern instanceof Pattern.Line line && line.along().extent() % lanes == 0) {
        int length = line.along().extent();
        shared.put(length, patterns.stream().filter(p -> divides(length, p)).count());
      }
    }
    for (int k = 0; k < patterns.size(); k++) {
      if (patterns.get(k) instanceof Pattern.Line line) {
        Pattern pattern = line;
        lengths.put(k, shared.entrySet().stream().filter(e -> divides(e.getKey(), pattern))
            .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(line.along().extent()));
      }
    }
  }

  /** Whether a pattern's line may be cut into shorter ones. */
  private static boolean divides(int length, Pattern pattern) {
    if (!(pattern instanceof Pattern.Line(Loop along, List<Loop> around)) || along.extent() % length != 0) {
      return false;
    }
    int pieces = along.extent() / length;
    return pieces <= LONGEST_SPLIT && pieces * Pattern.turns(around) <= Pattern.MOST_UNROLLED;
  }
}
