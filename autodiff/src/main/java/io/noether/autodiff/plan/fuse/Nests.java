package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.Shape;
import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.Value;
import io.noether.autodiff.plan.lower.Loop;
import io.noether.autodiff.plan.lower.Storage;
import io.noether.autodiff.plan.lower.View;
import io.noether.autodiff.plan.lower.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes an update too long to be spelled out as loops around a sweep, through memory: weights, large products. */
final class Nests {
  private final Work.Update update;
  private final Loop along;
  private final List<Loop> around;
  private final Row row;
  private final List<Instruction> before = new ArrayList<>();
  private final List<Instruction> body = new ArrayList<>();
  private final List<Instruction> after = new ArrayList<>();

  private Nests(Work.Update update, Loop along, List<Loop> around, Row row) {
    this.update = update;
    this.along = along;
    this.around = around;
    this.row = row;
  }

  static void add(Work.Update update, Pattern.Nested nested, Row row, int lanes) {
    boolean reduces = nested.around().stream().anyMatch(l -> l.out() == 0);
    Work.Update adding = update;
    if (reduces && !update.add()) { // the sum is taken in memory, from zero
      clear(update, row, lanes);
      adding = new Work.Update(update.loops(), update.out(), update.a(), update.b(), update.alpha(), true,
          update.function());
    }
    var nest = new Nests(adding, nested.along(), nested.around(), row);
    nest.write(nested.line() && Pattern.isVectorised(update.function()));
  }

  private static void clear(Work.Update update, Row row, int lanes) {
    var loops = update.loops().stream().filter(l -> l.out() != 0)
        .map(l -> new Loop(l.extent(), false, l.out(), 0, 0)).toList();
    View zero = View.shared(Storage.ZERO, Shape.SCALAR);
    var clear = new Work.Update(loops, update.out(), zero, zero, 1, false, Optional.empty());
    switch (Pattern.of(clear, lanes)) {
      case Pattern.Straight _ -> {
        var instructions = new ArrayList<Instruction>();
        Straight.write(clear, row, new Arithmetic(instructions, instructions, row.ids), instructions);
        row.addStraight(instructions);
      }
      case Pattern.Line(Loop along, List<Loop> around) -> new Nests(clear, along, around, row).write(true);
      case Pattern.Nested(Loop along, List<Loop> around, boolean line) ->
        new Nests(clear, along, around, row).write(line);
    }
  }

  private void write(boolean vectorised) {
    var lines = new Arithmetic(before, body, row.ids);
    Term a = load(update.a(), along.a(), around.stream().map(Loop::a).toList());
    Term b = load(update.b(), along.b(), around.stream().map(Loop::b).toList());
    List<Integer> steps = around.stream().map(Loop::out).toList();
    if (along.out() == 0 && update.function().isEmpty()) {
      Value total = row.ids.create(false);
      body.add(new Instruction.Accumulate(total, lines.value(a), lines.value(b)));
      var results = new Arithmetic(after, after, row.ids);
      Term result =
          Formula.result(update, results, new Term.Of(total), () -> number(update.out(), steps, after));
      after.add(new Instruction.Store(address(update.out(), steps, Optional.empty()), results.value(result)));
    } else {
      Term result = Formula.result(update, lines, Formula.sum(update, lines, List.of(a), List.of(b)),
          () -> load(update.out(), along.out(), steps));
      body.add(new Instruction.Store(address(update.out(), steps, Optional.of(along.out())), lines.value(result)));
    }
    var parts = new ArrayList<Part>();
    addStraight(before, parts);
    parts.add(new Part.Sweep(along.extent(), vectorised, List.copyOf(body)));
    addStraight(after, parts);
    List<Part> nest = parts;
    for (Loop loop : around.reversed()) {
      nest = List.of(new Part.Repeat(loop.extent(), List.copyOf(nest)));
    }
    nest.forEach(row::add);
    row.overwritten(update.out().storage(), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static void addStraight(List<Instruction> instructions, List<Part> parts) {
    if (!instructions.isEmpty()) {
      parts.add(new Part.Straight(List.copyOf(instructions)));
    }
  }

  private Term load(View view, int step, List<Integer> steps) {
    if (step == 0 || row.isNumber(view)) {
      return number(view, steps, before);
    }
    Value loaded = row.ids.create(true);
    body.add(new Instruction.Load(loaded, address(view, steps, Optional.of(step))));
    return new Term.Of(loaded);
  }

  private Term number(View view, List<Integer> steps, List<Instruction> to) {
    Optional<Term> constant = row.constant(view);
    if (constant.isPresent()) {
      return constant.get();
    }
    Value loaded = row.ids.create(false);
    to.add(new Instruction.Load(loaded, address(view, steps, Optional.empty())));
    return new Term.Of(loaded);
  }

  private static Address address(View view, List<Integer> steps, Optional<Integer> step) {
    var all = new ArrayList<>(steps);
    step.ifPresent(all::add);
    return new Address(view.base(), view.offset(), List.copyOf(all));
  }
}
