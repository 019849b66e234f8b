package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.plan.lower.Loop;
import io.noether.autodiff.plan.lower.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes the arithmetic of an update for one number, or for one line of numbers, of its result. */
final class Formula {
  /** The offsets of the result and the operands at one turn of the loops around them. */
  record Turn(int out, int a, int b) {}

  private Formula() {}

  /** The turns of some loops, the last running fastest. */
  static List<Turn> turns(List<Loop> loops) {
    var turns = new ArrayList<>(List.of(new Turn(0, 0, 0)));
    for (Loop loop : loops) {
      var longer = new ArrayList<Turn>(turns.size() * loop.extent());
      for (Turn turn : turns) {
        for (int k = 0; k < loop.extent(); k++) {
          longer.add(new Turn(turn.out + k * loop.out(), turn.a + k * loop.a(), turn.b + k * loop.b()));
        }
      }
      turns = longer;
    }
    return turns;
  }

  /** f(a), or Σ a·b over pairs of operands. */
  static Term sum(Work.Update update, Arithmetic to, List<Term> a, List<Term> b) {
    if (update.function().isPresent()) {
      return to.call(update.function().get(), a.getFirst());
    }
    Term sum = new Term.Number(0);
    for (int k = 0; k < a.size(); k++) {
      sum = to.productSum(a.get(k), b.get(k), sum);
    }
    return sum;
  }

  /** alpha·sum, or old + alpha·sum where the update adds. */
  static Term result(Work.Update update, Arithmetic to, Term sum, Supplier<Term> old) {
    var alpha = new Term.Number(update.alpha());
    return update.add() ? to.productSum(alpha, sum, old.get()) : to.product(sum, alpha);
  }
}
