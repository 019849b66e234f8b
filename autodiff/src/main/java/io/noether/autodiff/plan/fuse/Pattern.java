package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.Function;
import io.noether.autodiff.plan.lower.Loop;
import io.noether.autodiff.plan.lower.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The way in which a kernel does an update for one row. */
sealed interface Pattern {
  /** Most numbers, or vectors, that an update may be spelled out into. */
  int MOST_UNROLLED = 32;

  /** The update is spelled out number by number. */
  record Straight() implements Pattern {}

  /** One loop becomes a sweep over a line of contiguous numbers; the loops around it are spelled out. */
  record Line(Loop along, List<Loop> around) implements Pattern {}

  /** All loops stay loops; the innermost runs along a line, or over single numbers. */
  record Nested(Loop along, List<Loop> around, boolean line) implements Pattern {}

  /** The pattern of an update with vectors of {@code lanes} numbers. */
  static Pattern of(Work.Update update, int lanes) {
    Optional<Loop> line = update.loops().stream().filter(l -> l.extent() >= lanes && isLine(l, update))
        .max(Comparator.comparingInt(l -> l.extent() * (l.out() == 1 ? 2 : 1))); // lanes of a sum must be added up
    if (line.isPresent()) {
      List<Loop> around = without(update.loops(), line.get());
      return turns(around) <= MOST_UNROLLED ? new Line(line.get(), around) : new Nested(line.get(), around, true);
    }
    int cost = update.function().isPresent() ? MOST_UNROLLED / 4 : 1;
    if (turns(update.loops()) * cost <= MOST_UNROLLED) {
      return new Straight();
    }
    Loop longest = update.loops().stream().max(Comparator.comparingInt(Loop::extent)).orElseThrow();
    return new Nested(longest, without(update.loops(), longest), false);
  }

  /** Whether a function has a form for vectors. */
  static boolean isVectorised(Optional<Function> function) {
    return function.isEmpty() || switch (function.get()) {
      case EXP, SQRT, RECIPROCAL, SIGMOID, SOFTPLUS, STEP -> true;
      case LOG, SIN, COS, TANH -> false;
    };
  }

  /** How often nested loops run in all. */
  static long turns(List<Loop> loops) {
    return loops.stream().mapToLong(Loop::extent).reduce(1, Math::multiplyExact);
  }

  private static boolean isLine(Loop loop, Work.Update update) {
    boolean contiguous = loop.a() <= 1 && loop.b() <= 1;
    return contiguous && (loop.out() == 1 || (loop.out() == 0 && update.function().isEmpty()));
  }

  private static List<Loop> without(List<Loop> loops, Loop loop) {
    var rest = new ArrayList<>(loops);
    rest.remove(loop);
    return rest;
  }
}
