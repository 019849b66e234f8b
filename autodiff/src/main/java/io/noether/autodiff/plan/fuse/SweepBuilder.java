package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.Size;
import io.noether.autodiff.emit.loop.Value;
import io.noether.autodiff.plan.lower.Loop;
import io.noether.autodiff.plan.lower.View;
import io.noether.autodiff.plan.lower.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sweep as it is put together. Updates are carried out on symbols for one line, so what an earlier one has stored is not
 * loaded again, what was loaded is shared, and only the last value of an address is stored.
 */
final class SweepBuilder {
  private static final List<Integer> ALONG = List.of(1);

  private final Row row;
  private final int extent;
  private final boolean vectorised;
  private final List<Instruction> before = new ArrayList<>();
  private final List<Instruction> body = new ArrayList<>();
  private final List<Instruction> after = new ArrayList<>();
  private final Map<Address, Value> loads = new HashMap<>();
  private final Map<Address, Value> stores = new LinkedHashMap<>();
  private final Set<Address> numbersRead = new HashSet<>();
  private final Set<Address> sums = new HashSet<>();
  private final Arithmetic lines;
  private final Arithmetic results;

  SweepBuilder(Row row, int extent, boolean vectorised) {
    this.row = row;
    this.extent = extent;
    this.vectorised = vectorised;
    this.lines = new Arithmetic(before, body, row.ids);
    this.results = new Arithmetic(after, after, row.ids);
  }

  /** About how many bytecodes its body has so far. */
  int weight() {
    return body.stream().mapToInt(Size::of).sum();
  }

  /** Takes an update in, unless it depends on what is in here already in another way than line by line. */
  boolean tryAdd(Work.Update update, Pattern.Line line) {
    boolean sumsUp = line.along().out() == 0;
    var outer = new ArrayList<Loop>();
    var inner = new ArrayList<Loop>();
    var loops = new ArrayList<>(line.around());
    if (line.along().extent() > extent) {
      Loop along = line.along();
      loops.add(new Loop(along.extent() / extent, false, along.out() * extent, along.a() * extent, along.b() * extent));
    }
    loops.forEach(l -> (l.out() == 0 ? inner : outer).add(l));
    List<Formula.Turn> targets = Formula.turns(outer);
    List<Formula.Turn> terms = Formula.turns(inner);
    if (!fits(update, line.along(), targets, terms)) {
      return false;
    }
    for (Formula.Turn turn : targets) {
      var a = terms.stream().map(t -> load(update.a(), turn.a() + t.a(), line.along().a())).toList();
      var b = terms.stream().map(t -> load(update.b(), turn.b() + t.b(), line.along().b())).toList();
      if (sumsUp) {
        sumUp(update, turn, a, b);
      } else {
        Address to = address(update.out(), turn.out(), 1);
        Term result = Formula.result(update, lines, Formula.sum(update, lines, a, b),
            () -> load(update.out(), turn.out(), 1));
        stores.put(to, lines.value(result));
      }
    }
    return true;
  }

  private void sumUp(Work.Update update, Formula.Turn turn, List<Term> a, List<Term> b) {
    Value total = row.ids.create(false);
    for (int k = 0; k < a.size(); k++) {
      body.add(new Instruction.Accumulate(total, lines.value(a.get(k)), lines.value(b.get(k))));
    }
    Term result = Formula.result(update, results, new Term.Of(total), () -> row.load(update.out(), turn.out(), after));
    row.store(update.out(), turn.out(), results.value(result), after);
    sums.add(Row.number(update.out(), turn.out()));
  }

  private Term load(View view, int offset, int step) {
    if (step == 0 || row.isNumber(view)) {
      numbersRead.add(Row.number(view, offset));
      return row.load(view, offset, before);
    }
    Address address = address(view, offset, step);
    Value stored = stores.get(address);
    if (stored != null) {
      return new Term.Of(stored);
    }
    return new Term.Of(loads.computeIfAbsent(address, a -> {
      Value loaded = row.ids.create(true);
      body.add(new Instruction.Load(loaded, a));
      return loaded;
    }));
  }

  private static Address address(View view, int offset, int step) {
    return new Address(view.base(), view.offset() + offset, step == 1 ? ALONG : List.of());
  }

  private boolean fits(Work.Update update, Loop along, List<Formula.Turn> targets, List<Formula.Turn> terms) {
    for (Formula.Turn turn : targets) {
      for (Formula.Turn term : terms) {
        if (!canRead(address(update.a(), turn.a() + term.a(), along.a()))
            || !canRead(address(update.b(), turn.b() + term.b(), along.b()))) {
          return false;
        }
      }
      Address out = address(update.out(), turn.out(), along.out());
      if ((update.add() && !canRead(out)) || !canWrite(out)) {
        return false;
      }
    }
    return true;
  }

  private boolean canRead(Address address) {
    return stores.keySet().stream().noneMatch(s -> !s.equals(address) && overlap(s, address))
        && sums.stream().noneMatch(s -> overlap(s, address));
  }

  private boolean canWrite(Address address) {
    boolean isSum = address.steps().isEmpty();
    return stores.keySet().stream().noneMatch(s -> !s.equals(address) && overlap(s, address))
        && sums.stream().noneMatch(s -> overlap(s, address))
        && (isSum || loads.keySet().stream().noneMatch(s -> !s.equals(address) && overlap(s, address)))
        && (isSum || numbersRead.stream().noneMatch(s -> overlap(s, address)));
  }

  private boolean overlap(Address x, Address y) {
    return x.base().array() == y.base().array() && x.offset() < y.offset() + length(y)
        && y.offset() < x.offset() + length(x);
  }

  private int length(Address address) {
    return address.steps().isEmpty() ? 1 : extent;
  }

  /** Ends the sweep: adds its parts to the row. */
  void close() {
    stores.forEach((address, value) -> {
      body.add(new Instruction.Store(address, value));
      row.overwritten(address.base().array(), address.offset(), address.offset() + extent);
    });
    row.addStraight(before);
    row.add(new Part.Sweep(extent, vectorised, List.copyOf(body)));
    row.addStraight(after);
  }
}
