package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.plan.lower.Loop;
import io.noether.autodiff.plan.lower.Work;
import java.util.ArrayList;
import java.util.List;

/** Writes an update as instructions for each of its numbers, without a loop. */
final class Straight {
  private Straight() {}

  static void write(Work.Update update, Row row, Arithmetic arithmetic, List<Instruction> to) {
    var outer = new ArrayList<Loop>();
    var inner = new ArrayList<Loop>();
    update.loops().forEach(l -> (l.out() == 0 ? inner : outer).add(l));
    List<Formula.Turn> terms = Formula.turns(inner);
    for (Formula.Turn turn : Formula.turns(outer)) {
      var a = terms.stream().map(t -> row.load(update.a(), turn.a() + t.a(), to)).toList();
      var b = terms.stream().map(t -> row.load(update.b(), turn.b() + t.b(), to)).toList();
      Term result = Formula.result(update, arithmetic, Formula.sum(update, arithmetic, a, b),
          () -> row.load(update.out(), turn.out(), to));
      row.store(update.out(), turn.out(), arithmetic.value(result), to);
    }
  }
}
