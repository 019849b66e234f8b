package io.noether.autodiff.plan.run;

import io.noether.autodiff.Index;
import io.noether.autodiff.Op;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.emit.NumberType;
import io.noether.autodiff.plan.schedule.Schedule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an execution knows and holds: the sizes of spaces, the bound maps, and an array for each bound or stored tensor.
 * Arrays only grow; nothing is allocated once sizes have been seen.
 */
final class Memory {
  private static final int UNKNOWN = -1;
  /** How many numbers one worker converts at a time. Input of less than two such parts is converted by the caller. */
  private static final int LOADED_AT_ONCE = 1 << 18;

  private final Plan plan;
  private final NumberType numbers;
  private final Workers workers;
  private final Set<Index> summedAlong;
  private final Arena arena;
  private final Map<Space, int[]> sizes = new HashMap<>();
  private final Map<Index, BoundIndex> indices = new HashMap<>();
  private final List<Block> slots = new ArrayList<>();
  private final int[][] slotSizes;
  private final int[] boundRows;
  private final List<Tensor> inputs = new ArrayList<>();

  Memory(Plan plan, Workers workers) {
    this.plan = plan;
    this.numbers = plan.numbers();
    this.workers = workers;
    summedAlong = plan.summedAlong();
    arena = new Arena(numbers, plan.isSmall());
    sizes.put(Space.POINT, new int[] {1});
    slotSizes = new int[plan.slotWidths().size()][];
    boundRows = new int[slotSizes.length];
    Arrays.fill(boundRows, UNKNOWN);
    for (int s = 0; s < slotSizes.length; s++) {
      slotSizes[s] = size(plan.slotSpaces().get(s));
      slots.add(arena.allocate(0));
    }
    plan.slots().forEach((t, slot) -> {
      if (t.op() instanceof Op.Constant(var values)) {
        grow(slot);
        load(slot, values.stream().mapToDouble(Double::doubleValue).toArray(), 0, values.size());
      } else if (Schedule.isBound(t)) {
        inputs.add(t);
      }
    });
  }

  NumberType numbers() {
    return numbers;
  }

  /** Where further memory comes from. */
  Arena arena() {
    return arena;
  }

  /** Sets a space's number of rows; says whether that is another one than before. */
  boolean resize(Space space, int rows) {
    if (rows < 0 || (space.equals(Space.POINT) && rows != 1)) {
      throw new IllegalArgumentException(space + " cannot have " + rows + " rows");
    }
    int[] size = size(space);
    boolean changed = size[0] != rows;
    size[0] = rows;
    return changed;
  }

  void bind(Index index, int[] rows) {
    int count = Math.max(0, rows(index.from()));
    int targets = Math.max(0, rows(index.to()));
    index.check(rows, count, targets);
    BoundIndex bound = indices.computeIfAbsent(index, _ -> new BoundIndex());
    if (summedAlong.contains(index)) {
      bound.bindForSums(rows, count, targets, index.sorted());
    } else {
      bound.bind(rows, count, targets);
    }
  }

  /** Copies values into an input or a parameter; says whether the plan needs it. */
  boolean bind(Tensor input, double[] values, int offset) {
    Integer slot = plan.slots().get(input.origin());
    if (slot == null) {
      return false;
    }
    int count = Math.max(0, slotSizes[slot][0]) * plan.slotWidths().get(slot);
    if (values.length - offset < count) {
      throw new IllegalArgumentException(input + " takes " + count + " values, not " + (values.length - offset));
    }
    grow(slot);
    load(slot, values, offset, count);
    boundRows[slot] = slotSizes[slot][0];
    return true;
  }

  /** Makes every array as long as its space asks for. @throws IllegalStateException if a size or an input is not bound */
  void prepare() {
    for (int s = 0; s < slotSizes.length; s++) {
      if (slotSizes[s][0] == UNKNOWN) {
        throw new IllegalStateException("the size of " + plan.slotSpaces().get(s) + " is not set");
      }
      grow(s);
    }
    for (int k = 0; k < inputs.size(); k++) {
      int slot = slot(inputs.get(k));
      if (boundRows[slot] != slotSizes[slot][0]) {
        throw new IllegalStateException(inputs.get(k) + " is not bound to " + slotSizes[slot][0] + " rows");
      }
    }
  }

  /** Copies all rows of a tensor. */
  void read(Tensor t, double[] into, int offset) {
    int slot = slot(t);
    numbers.store(slots.get(slot).array(), slots.get(slot).offset(), into, offset,
        slotSizes[slot][0] * plan.slotWidths().get(slot));
  }

  /** Where a bound or stored tensor is. */
  Block block(Tensor t) {
    return slots.get(slot(t));
  }

  int rows(Space space) {
    return size(space)[0];
  }

  BoundIndex index(Index index) {
    BoundIndex bound = indices.get(index);
    if (bound == null || bound.count != rows(index.from()) || bound.targets != rows(index.to())) {
      throw new IllegalStateException("the index " + index + " is not bound to " + rows(index.from()) + " rows");
    }
    return bound;
  }

  private void load(int slot, double[] values, int from, int count) {
    Block to = slots.get(slot);
    if (count < 2 * LOADED_AT_ONCE) {
      numbers.load(values, from, to.array(), to.offset(), count);
    } else {
      workers.run(Math.ceilDiv(count, LOADED_AT_ONCE), (part, _) -> {
        int first = part * LOADED_AT_ONCE;
        numbers.load(values, from + first, to.array(), to.offset() + first, Math.min(LOADED_AT_ONCE, count - first));
      });
    }
  }

  private int slot(Tensor t) {
    Integer slot = plan.slots().get(t.origin());
    if (slot == null) {
      throw new IllegalStateException(t + " has no memory in this plan");
    }
    return slot;
  }

  private int[] size(Space space) {
    return sizes.computeIfAbsent(space, _ -> new int[] {UNKNOWN});
  }

  private void grow(int slot) {
    long needed = (long) slotSizes[slot][0] * plan.slotWidths().get(slot);
    if (needed > Integer.MAX_VALUE - 16) {
      throw new IllegalStateException(
          plan.slotSpaces().get(slot) + " has too many rows for one array: " + needed + " numbers");
    }
    if (slots.get(slot).length() < needed) {
      slots.set(slot, arena.allocate((int) needed));
    }
  }
}
