package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.Function;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes instructions: those on single numbers into one list, those on lines into another. Constants are folded, and
 * factors of one are not multiplied.
 */
final class Arithmetic {
  private static final Term ONE = new Term.Number(1);

  private final List<Instruction> single;
  private final List<Instruction> wide;
  private final Ids ids;
  private final Map<Double, Value> constants = new HashMap<>();

  /** Gives each value of a kernel a number of its own. */
  static final class Ids {
    private int next;

    Value create(boolean wide) {
      return new Value(next++, wide);
    }
  }

  /**
   * @param single where instructions on single numbers go
   * @param wide where the others go
   */
  Arithmetic(List<Instruction> single, List<Instruction> wide, Ids ids) {
    this.single = single;
    this.wide = wide;
    this.ids = ids;
  }

  Term product(Term a, Term b) {
    if (a.is(1)) {
      return b;
    }
    if (b.is(1)) {
      return a;
    }
    if (a instanceof Term.Number(double x) && b instanceof Term.Number(double y)) {
      return new Term.Number(x * y);
    }
    Value to = ids.create(a.isWide() || b.isWide());
    write(new Instruction.Product(to, value(a), value(b)), to);
    return new Term.Of(to);
  }

  Term sum(Term a, Term b) {
    return productSum(a, ONE, b);
  }

  /** a·b + c. */
  Term productSum(Term a, Term b, Term c) {
    if (c.is(0)) {
      return product(a, b);
    }
    if (b instanceof Term.Number && !(a instanceof Term.Number)) {
      return productSum(b, a, c);
    }
    if (a instanceof Term.Number(double x) && b instanceof Term.Number(double y)
        && c instanceof Term.Number(double z)) {
      return new Term.Number(x * y + z);
    }
    Value to = ids.create(a.isWide() || b.isWide() || c.isWide());
    write(a.is(1) ? new Instruction.Sum(to, value(b), value(c))
        : new Instruction.ProductSum(to, value(a), value(b), value(c)), to);
    return new Term.Of(to);
  }

  Term call(Function function, Term x) {
    if (x instanceof Term.Number(double number)) {
      return new Term.Number(function.apply(number));
    }
    Value to = ids.create(x.isWide());
    write(new Instruction.Call(to, function, value(x)), to);
    return new Term.Of(to);
  }

  /** A term as a value: a constant gets an instruction. */
  Value value(Term term) {
    return switch (term) {
      case Term.Of(Value value) -> value;
      case Term.Number(double number) -> constants.computeIfAbsent(number, _ -> {
        Value to = ids.create(false);
        single.add(new Instruction.Constant(to, number));
        return to;
      });
    };
  }

  private void write(Instruction instruction, Value to) {
    (to.wide() ? wide : single).add(instruction);
  }
}
