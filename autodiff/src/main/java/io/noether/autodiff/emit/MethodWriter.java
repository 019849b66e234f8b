package io.noether.autodiff.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.function.IntConsumer;

/** A method that is being written: its instructions, its locals and its counted loops. */
final class MethodWriter {
  final CodeBuilder builder;
  final NumberType numbers;
  /** The class that is being written. */
  final ClassDesc kernel;
  private int nextLocal;

  MethodWriter(CodeBuilder builder, NumberType numbers, ClassDesc kernel, int firstLocal) {
    this.builder = builder;
    this.numbers = numbers;
    this.kernel = kernel;
    this.nextLocal = firstLocal;
  }

  /** A new local for a value of a kind. */
  int local(TypeKind kind) {
    int local = nextLocal;
    nextLocal += kind.slotSize();
    return local;
  }

  /** Writes something whose locals are free again afterwards. */
  void scope(Runnable body) {
    int first = nextLocal;
    body.run();
    nextLocal = first;
  }

  /** {@code for (int i = from; i < limit; i += step) body(i)}, where limit is pushed at each turn. */
  void loop(int from, Runnable limit, int step, IntConsumer body) {
    scope(() -> {
      int i = local(TypeKind.INT);
      Label top = builder.newLabel();
      Label end = builder.newLabel();
      builder.loadConstant(from).istore(i).labelBinding(top).iload(i);
      limit.run();
      builder.if_icmpge(end);
      body.accept(i);
      builder.iinc(i, step).goto_(top).labelBinding(end);
    });
  }

  /** {@code for (int i = from; i < limit; i += step) body(i)}. */
  void loop(int from, int limit, int step, IntConsumer body) {
    loop(from, () -> builder.loadConstant(limit), step, body);
  }

  /** Pushes a constant of the kernel's precision. */
  void constant(double value) {
    if (numbers == NumberType.FLOAT) {
      builder.loadConstant((float) value);
    } else {
      builder.loadConstant(value);
    }
  }
}
