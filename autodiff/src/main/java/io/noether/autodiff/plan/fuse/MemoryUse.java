package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.plan.lower.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds which parts of arrays kernels load, and removes stores that no kernel reads. */
final class MemoryUse {
  /** One load: the numbers it reads, and the part it stands in, counted through all calls. */
  private record Loaded(Extent numbers, int part) {}

  private final List<Loaded> loaded = new ArrayList<>();
  private final List<Storage> storages;
  private int part;

  private MemoryUse(List<Storage> storages) {
    this.storages = storages;
  }

  /** The calls without stores into buffers that no call reads. */
  static List<Call> withoutDeadStores(List<Call> calls, List<Storage> storages) {
    var use = new MemoryUse(storages);
    for (Call call : calls) {
      switch (call) {
        case Call.Rows(RowLoop loop) -> loop.parts().forEach(p -> {
          use.collect(p, List.of());
          use.part++;
        });
        case Call.Matrices(var product) -> {
          use.loaded.add(new Loaded(Extent.whole(product.a()), use.part));
          use.loaded.add(new Loaded(Extent.whole(product.b()), use.part));
          use.part++;
        }
      }
    }
    use.part = 0;
    return calls.stream().map(use::clean).toList();
  }

  /** The arrays that a call uses, by their numbers. */
  static Set<Integer> arrays(Call call) {
    var arrays = new TreeSet<Integer>();
    switch (call) {
      case Call.Rows(RowLoop loop) -> loop.parts().forEach(p -> collect(p, arrays));
      case Call.Matrices(var product) -> List.of(product.out(), product.a(), product.b())
          .forEach(view -> arrays.add(view.storage()));
    }
    return arrays;
  }

  private static void collect(Part part, Set<Integer> arrays) {
    switch (part) {
      case Part.Straight(var instructions) -> collect(instructions, arrays);
      case Part.Sweep(int _, boolean _, var body) -> collect(body, arrays);
      case Part.Repeat(int _, var parts) -> parts.forEach(p -> collect(p, arrays));
    }
  }

  private static void collect(List<Instruction> instructions, Set<Integer> arrays) {
    for (Instruction instruction : instructions) {
      if (instruction instanceof Instruction.Load(var _, Address from)) {
        arrays.add(from.base().array());
      } else if (instruction instanceof Instruction.Store(Address to, var _)) {
        arrays.add(to.base().array());
      }
    }
  }

  private void collect(Part part, List<Integer> loops) {
    switch (part) {
      case Part.Straight(var instructions) -> collect(instructions, loops);
      case Part.Sweep(int extent, boolean _, var body) -> collect(body, with(loops, extent));
      case Part.Repeat(int extent, var parts) -> parts.forEach(p -> collect(p, with(loops, extent)));
    }
  }

  private void collect(List<Instruction> instructions, List<Integer> loops) {
    for (Instruction instruction : instructions) {
      if (instruction instanceof Instruction.Load(var _, Address from)) {
        loaded.add(new Loaded(Extent.of(from, loops), part));
      }
    }
  }

  private Call clean(Call call) {
    return switch (call) {
      case Call.Rows(RowLoop(String name, List<Part> parts)) -> {
        var cleaned = new ArrayList<Part>();
        for (Part p : parts) {
          clean(p, List.of()).ifPresent(cleaned::add);
          part++;
        }
        yield new Call.Rows(new RowLoop(name, List.copyOf(cleaned)));
      }
      case Call.Matrices _ -> {
        part++;
        yield call;
      }
    };
  }

  private Optional<Part> clean(Part given, List<Integer> loops) {
    return switch (given) {
      case Part.Straight(var instructions) -> Optional.of(clean(instructions, loops)).filter(left -> !left.isEmpty())
          .map(Part.Straight::new);
      case Part.Sweep(int extent, boolean vectorised, var body) ->
        Optional.of(new Part.Sweep(extent, vectorised, clean(body, with(loops, extent))));
      case Part.Repeat(int extent, var inner) -> Optional.of(new Part.Repeat(extent,
          inner.stream().flatMap(p -> clean(p, with(loops, extent)).stream()).toList()));
    };
  }

  private List<Instruction> clean(List<Instruction> instructions, List<Integer> loops) {
    return instructions.stream().filter(i -> isNeeded(i, loops)).toList();
  }

  /** Within one part numbers are passed on in registers; in a nest, through memory. */
  private boolean isNeeded(Instruction instruction, List<Integer> loops) {
    return !(instruction instanceof Instruction.Store(Address to, var _))
        || !(storages.get(to.base().array()) instanceof Storage.Buffer)
        || loaded.stream().anyMatch(l -> l.part() >= (loops.size() > 1 ? part : part + 1)
            && l.numbers().overlaps(Extent.of(to, loops)));
  }

  private static List<Integer> with(List<Integer> loops, int extent) {
    var all = new ArrayList<>(loops);
    all.add(extent);
    return all;
  }
}
