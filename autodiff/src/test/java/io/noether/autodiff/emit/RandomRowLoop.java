package io.noether.autodiff.emit;

import io.noether.autodiff.Function;
import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Base;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.emit.loop.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A random loop: nested, with sweeps of both kinds, sums, and numbers found in every way there is. */
final class RandomRowLoop {
  /** Arrays 0 to 2 are read, 3 and 4 are written too, each store to a place of its own in the row. */
  static final int ARRAYS = 5;
  static final int WRITTEN_FROM = 3;
  static final int WRITTEN_STRIDE = 10_000;
  /** Upper bound of what an address in an array that is only read adds to a row's start. */
  static final int REACH = 2000;

  private static final List<Function> VECTOR_FUNCTIONS =
      List.of(Function.STEP, Function.SQRT, Function.RECIPROCAL, Function.EXP, Function.SIGMOID,
          Function.SOFTPLUS);

  private final SplittableRandom random;
  private final List<Function> functions;
  private final int[] written = new int[ARRAYS];
  private final List<Integer> extents = new ArrayList<>();
  private final List<Value> singles = new ArrayList<>();
  private final List<Value> wides = new ArrayList<>();
  /** Written by sweeps of a row, from where later sweeps may read. */
  private final List<Address> results = new ArrayList<>();
  private final List<Integer> resultExtents = new ArrayList<>();
  private int values;

  private RandomRowLoop(SplittableRandom random, List<Function> functions) {
    this.random = random;
    this.functions = functions;
  }

  /** With functions whose results are the same to the bit everywhere only, or with all. */
  static RowLoop of(long seed, boolean exact) {
    var loop = new RandomRowLoop(new SplittableRandom(seed),
        exact ? VECTOR_FUNCTIONS.subList(0, 3) : List.of(Function.values()));
    return new RowLoop("random" + seed, loop.parts(2 + loop.random.nextInt(4), 0));
  }

  private List<Part> parts(int count, int depth) {
    return IntStream.range(0, count).mapToObj(_ -> part(depth)).toList();
  }

  private Part part(int depth) {
    return switch (random.nextInt(depth < 2 ? 4 : 3)) {
      case 0 -> new Part.Straight(instructions(1 + random.nextInt(4), false, false));
      case 1 -> sweep(false);
      case 2 -> sweep(true);
      default -> {
        int extent = 1 + random.nextInt(4);
        yield within(extent, () -> new Part.Repeat(extent, parts(1 + random.nextInt(3), depth + 1)));
      }
    };
  }

  /** What is computed within a loop is forgotten after it. */
  private <T> T within(int extent, Supplier<T> inner) {
    int before = singles.size();
    extents.add(extent);
    T result = inner.get();
    extents.removeLast();
    singles.subList(before, singles.size()).clear();
    return result;
  }

  private Part sweep(boolean vectorised) {
    int extent = random.nextInt(3) == 0 ? 16 * (1 + random.nextInt(4)) : 1 + random.nextInt(70);
    var totals = new ArrayList<Value>();
    Part sweep = within(extent, () -> {
      var body = new ArrayList<>(instructions(3 + random.nextInt(8), true, vectorised));
      IntStream.range(0, random.nextInt(4)).forEach(_ -> totals.add(fresh(false)));
      for (int i = 0; i < 2 * totals.size(); i++) {
        Value total = totals.get(i % totals.size());
        body.add(new Instruction.Accumulate(total, operand(), operand()));
      }
      return new Part.Sweep(extent, vectorised, body);
    });
    wides.clear();
    singles.addAll(totals);
    return sweep;
  }

  private List<Instruction> instructions(int count, boolean sweep, boolean vectorised) {
    var list = new ArrayList<Instruction>();
    Value first = fresh(sweep);
    list.add(load(first, sweep, vectorised));
    keep(first);
    for (int i = 0; i < count; i++) {
      add(list, sweep, vectorised);
    }
    return list;
  }

  private void add(List<Instruction> list, boolean sweep, boolean vectorised) {
    switch (random.nextInt(8)) {
      case 0 -> {
        Value to = fresh(sweep && random.nextInt(4) > 0);
        list.add(load(to, sweep, vectorised));
        keep(to);
      }
      case 1 -> {
        Value to = fresh(false);
        list.add(new Instruction.Constant(to, random.nextDouble(-1, 1)));
        keep(to);
      }
      case 2 -> {
        Value x = wides.isEmpty() ? operand() : wides.get(random.nextInt(wides.size()));
        if (!sweep || x.wide()) {
          store(list, x, sweep, vectorised);
        }
      }
      case 3 -> {
        List<Function> possible =
            sweep && vectorised ? functions.stream().filter(VECTOR_FUNCTIONS::contains).toList() : functions;
        Value x = operand();
        Value to = fresh(x.wide());
        list.add(new Instruction.Call(to, possible.get(random.nextInt(possible.size())), x));
        keep(to);
      }
      case 4, 5 -> {
        Value a = operand();
        Value b = operand();
        Value to = fresh(a.wide() || b.wide());
        list.add(random.nextBoolean() ? new Instruction.Product(to, a, b) : new Instruction.Sum(to, a, b));
        keep(to);
      }
      default -> {
        Value a = operand();
        Value b = operand();
        Value c = operand();
        Value to = fresh(a.wide() || b.wide() || c.wide());
        list.add(new Instruction.ProductSum(to, a, b, c));
        keep(to);
      }
    }
  }

  private void store(List<Instruction> list, Value x, boolean sweep, boolean vectorised) {
    Address place = place(vectorised);
    if (random.nextBoolean()) {
      list.add(new Instruction.Store(place, x));
    } else {
      Value before = fresh(sweep);
      Value after = fresh(sweep);
      list.add(new Instruction.Load(before, place));
      list.add(new Instruction.Sum(after, before, x));
      list.add(new Instruction.Store(place, after));
      Value again = fresh(sweep);
      list.add(new Instruction.Load(again, place));
      keep(again);
    }
    if (extents.size() == 1 && place.steps().getLast() == 1 && sweep) {
      results.add(place);
      resultExtents.add(extents.getFirst());
    }
  }

  /** A load of what is only read, or of what an earlier sweep of the row has written. */
  private Instruction load(Value to, boolean sweep, boolean vectorised) {
    if (to.wide() && extents.size() == 1 && !results.isEmpty() && random.nextInt(3) == 0) {
      int i = random.nextInt(results.size());
      if (resultExtents.get(i) == (int) extents.getFirst()) {
        return new Instruction.Load(to, results.get(i));
      }
    }
    var steps = new ArrayList<Integer>();
    for (int d = 0; d < extents.size(); d++) {
      steps.add(random.nextInt(4));
    }
    if (sweep) {
      steps.set(steps.size() - 1, !to.wide() ? 0 : vectorised ? 1 : 1 + random.nextInt(3));
    }
    int array = random.nextInt(WRITTEN_FROM);
    Base base = switch (random.nextInt(3)) {
      case 0 -> new Base(array, 0, Base.NO_MAP);
      case 1 -> new Base(array, 7 + array, Base.NO_MAP);
      default -> new Base(array, 5 + array, random.nextInt(2));
    };
    return new Instruction.Load(to, new Address(base, random.nextInt(REACH - 300), steps));
  }

  /** A place that nothing else is stored to, one for each iteration. */
  private Address place(boolean vectorised) {
    int array = WRITTEN_FROM + random.nextInt(ARRAYS - WRITTEN_FROM);
    Base base = new Base(array, WRITTEN_STRIDE, array == WRITTEN_FROM ? Base.NO_MAP : 0);
    var steps = new ArrayList<Integer>();
    int step = vectorised || extents.isEmpty() ? 1 : 1 + random.nextInt(2);
    for (int extent : extents.reversed()) {
      steps.addFirst(step);
      step *= extent;
    }
    int offset = written[array];
    written[array] += step;
    if (written[array] > WRITTEN_STRIDE) {
      throw new IllegalStateException("row too long");
    }
    return new Address(base, offset, steps);
  }

  private Value fresh(boolean wide) {
    return new Value(values++, wide);
  }

  private void keep(Value x) {
    (x.wide() ? wides : singles).add(x);
  }

  private Value operand() {
    if (!wides.isEmpty() && (singles.isEmpty() || random.nextInt(4) > 0)) {
      return wides.get(random.nextInt(wides.size()));
    }
    return singles.get(random.nextInt(singles.size()));
  }
}
