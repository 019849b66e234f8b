package io.noether.autodiff.emit;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Value;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Writes sums number by number as vectors would form them: one partial sum for each lane, in the scratch array, added by
 * halves at the end.
 */
final class PartialSums {
  private static final ClassDesc HALVES = ClassDesc.of(Halves.class.getName());
  private static final ClassDesc ARRAYS = ClassDesc.of("java.util.Arrays");

  private final MethodWriter code;
  private final CodeBuilder builder;
  private final Places places;
  private final List<Value> totals;
  private final int lanes;
  private final int scratch;

  PartialSums(MethodWriter code, Places places, List<Value> totals, int lanes) {
    this.code = code;
    this.builder = code.builder;
    this.places = places;
    this.totals = totals;
    this.lanes = lanes;
    this.scratch = code.local(TypeKind.REFERENCE);
  }

  void zero() {
    places.scratch();
    builder.astore(scratch).aload(scratch).loadConstant(0).loadConstant(totals.size() * lanes);
    code.constant(0);
    builder.invokestatic(ARRAYS, "fill",
        MethodTypeDesc.of(CD_void, code.numbers.array(), CD_int, CD_int, code.numbers.type()));
  }

  /** sums[k % lanes] = a·b + sums[k % lanes]. */
  void accumulate(Instruction.Accumulate sum, Body body, Lanes single) {
    int first = totals.indexOf(sum.total()) * lanes;
    Runnable lane = () -> {
      places.variable();
      builder.loadConstant(lanes - 1).iand().loadConstant(first).iadd();
    };
    Runnable array = () -> builder.aload(scratch);
    single.store(array, lane, () -> {
      body.push(sum.a());
      body.push(sum.b());
      single.load(array, lane);
      single.productSum();
    });
  }

  /** Pushes a total. */
  void sum(Value total) {
    builder.aload(scratch).loadConstant(totals.indexOf(total) * lanes).loadConstant(lanes).invokestatic(HALVES, "sum",
        MethodTypeDesc.of(code.numbers.type(), code.numbers.array(), CD_int, CD_int));
  }
}
