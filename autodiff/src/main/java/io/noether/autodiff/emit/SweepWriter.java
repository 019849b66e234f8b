package io.noether.autodiff.emit;

import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.Value;
import java.util.List;
import java.util.function.Consumer;

/** Writes sweeps: whole vectors first, then what is left over, number by number. */
final class SweepWriter {
  private final MethodWriter code;
  private final Places places;
  private final Lanes single;
  private final int lanes;
  private final boolean vectors;

  SweepWriter(MethodWriter code, Places places, Lanes single, int lanes, boolean vectors) {
    this.code = code;
    this.places = places;
    this.single = single;
    this.lanes = lanes;
    this.vectors = vectors;
  }

  void write(Part.Sweep sweep, Body row) {
    List<Value> totals = sweep.totals();
    totals.forEach(row::zero);
    if (!sweep.vectorised()) {
      numbers(0, sweep.extent(), row, body -> sweep.body().forEach(body::write));
      return;
    }
    code.scope(() -> {
      Body once = row.nested();
      sweep.body().stream().filter(SweepWriter::isSame).forEach(once::write);
      List<Instruction> body = sweep.body().stream().filter(i -> !isSame(i)).toList();
      int whole = sweep.extent() - sweep.extent() % lanes;
      if (whole > 0 && vectors) {
        inVectors(body, whole, totals, once);
      } else if (whole > 0) {
        inPartialSums(body, whole, totals, once);
      }
      if (whole < sweep.extent()) {
        numbers(whole, sweep.extent(), once, b -> body.forEach(b::write));
      }
    });
  }

  /** Whether an instruction of a vectorised sweep does the same at every iteration. */
  private static boolean isSame(Instruction instruction) {
    return switch (instruction) {
      case Instruction.Accumulate _ -> false;
      default -> instruction.result().stream().anyMatch(to -> !to.wide());
    };
  }

  private void numbers(int from, int limit, Body outer, Consumer<Body> body) {
    places.loop(from, limit, 1, () -> body.accept(outer.nested()));
  }

  private void inVectors(List<Instruction> body, int whole, List<Value> totals, Body row) {
    var vectorLanes = new VectorLanes(code, lanes);
    var vector = new Body(code, places, vectorLanes);
    body.stream().flatMap(i -> i.operands().stream()).filter(x -> !x.wide()).distinct().forEach(x -> {
      vectorLanes.broadcast(() -> row.push(x));
      vector.pop(x);
    });
    totals.forEach(vector::zero);
    places.loop(0, whole, lanes, () -> body.forEach(vector.nested()::write));
    for (Value total : totals) {
      vector.push(total);
      vectorLanes.sumOfLanes();
      row.pop(total);
    }
  }

  private void inPartialSums(List<Instruction> body, int whole, List<Value> totals, Body row) {
    if (totals.isEmpty()) {
      numbers(0, whole, row, b -> body.forEach(b::write));
      return;
    }
    var sums = new PartialSums(code, places, totals, lanes);
    sums.zero();
    numbers(0, whole, row, b -> {
      for (Instruction instruction : body) {
        if (instruction instanceof Instruction.Accumulate sum) {
          sums.accumulate(sum, b, single);
        } else {
          b.write(instruction);
        }
      }
    });
    for (Value total : totals) {
      sums.sum(total);
      row.pop(total);
    }
  }
}
