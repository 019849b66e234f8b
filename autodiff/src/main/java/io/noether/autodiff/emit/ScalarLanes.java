package io.noether.autodiff.emit;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import io.noether.autodiff.Function;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Locale;

/** Writes operations on one number at a time. */
final class ScalarLanes implements Lanes {
  private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
  private static final ClassDesc FLOAT = ClassDesc.of("java.lang.Float");
  private static final ClassDesc DOUBLE = ClassDesc.of("java.lang.Double");

  private final MethodWriter code;
  private final CodeBuilder builder;

  ScalarLanes(MethodWriter code) {
    this.code = code;
    this.builder = code.builder;
  }

  @Override
  public TypeKind kind() {
    return code.numbers.kind();
  }

  @Override
  public void load(Runnable array, Runnable index) {
    array.run();
    index.run();
    builder.arrayLoad(kind());
  }

  @Override
  public void store(Runnable array, Runnable index, Runnable x) {
    array.run();
    index.run();
    x.run();
    builder.arrayStore(kind());
  }

  @Override
  public void constant(double value) {
    code.constant(value);
  }

  @Override
  public void product() {
    switch (code.numbers) {
      case FLOAT -> builder.fmul();
      case DOUBLE -> builder.dmul();
    }
  }

  @Override
  public void sum() {
    switch (code.numbers) {
      case FLOAT -> builder.fadd();
      case DOUBLE -> builder.dadd();
    }
  }

  @Override
  public void productSum() {
    ClassDesc type = code.numbers.type();
    builder.invokestatic(MATH, "fma", MethodTypeDesc.of(type, type, type, type));
  }

  @Override
  public void quotient() {
    switch (code.numbers) {
      case FLOAT -> builder.fdiv();
      case DOUBLE -> builder.ddiv();
    }
  }

  @Override
  public void negation() {
    switch (code.numbers) {
      case FLOAT -> builder.fneg();
      case DOUBLE -> builder.dneg();
    }
  }

  @Override
  public void squareRoot() {
    libraryCall(Function.SQRT);
  }

  @Override
  public void libraryCall(Function function) {
    String name = function.name().toLowerCase(Locale.ROOT);
    builder.conversion(kind(), TypeKind.DOUBLE).invokestatic(MATH, name, MethodTypeDesc.of(CD_double, CD_double))
        .conversion(TypeKind.DOUBLE, kind());
  }

  @Override
  public void powerOfTwo(Exponential e) {
    switch (code.numbers) {
      case FLOAT -> builder.invokestatic(FLOAT, "floatToRawIntBits", MethodTypeDesc.of(CD_int, CD_float))
          .loadConstant((int) e.bias()).iadd().loadConstant(e.mantissaBits()).ishl()
          .invokestatic(FLOAT, "intBitsToFloat", MethodTypeDesc.of(CD_float, CD_int));
      case DOUBLE -> builder.invokestatic(DOUBLE, "doubleToRawLongBits", MethodTypeDesc.of(CD_long, CD_double))
          .loadConstant(e.bias()).ladd().loadConstant(e.mantissaBits()).lshl()
          .invokestatic(DOUBLE, "longBitsToDouble", MethodTypeDesc.of(CD_double, CD_long));
    }
  }

  @Override
  public void replaceBelow(int x, double bound, double value) {
    Label end = builder.newLabel();
    builder.loadLocal(kind(), x);
    constant(bound);
    switch (code.numbers) { // not a number counts as greater
      case FLOAT -> builder.fcmpg();
      case DOUBLE -> builder.dcmpg();
    }
    builder.ifge(end);
    replace(value);
    builder.labelBinding(end);
  }

  @Override
  public void replaceAbove(int x, double bound, double value) {
    Label end = builder.newLabel();
    builder.loadLocal(kind(), x);
    constant(bound);
    switch (code.numbers) { // not a number counts as less
      case FLOAT -> builder.fcmpl();
      case DOUBLE -> builder.dcmpl();
    }
    builder.ifle(end);
    replace(value);
    builder.labelBinding(end);
  }

  private void replace(double value) {
    if (kind().slotSize() == 1) {
      builder.pop();
    } else {
      builder.pop2();
    }
    constant(value);
  }
}
