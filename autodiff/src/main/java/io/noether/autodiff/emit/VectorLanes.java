package io.noether.autodiff.emit;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.CLASS_INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import io.noether.autodiff.Function;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Writes operations on a vector of numbers at a time: calls of {@code FloatVector} or {@code DoubleVector}, whose species
 * is a constant to C2. Vectors stay on the stack and in locals, because elsewhere they would be boxed.
 */
final class VectorLanes implements Lanes {
  private static final ClassDesc VECTOR = vectorClass("Vector");
  private static final ClassDesc SPECIES = vectorClass("VectorSpecies");
  private static final ClassDesc SHUFFLE = vectorClass("VectorShuffle");
  private static final ClassDesc MASK = vectorClass("VectorMask");
  private static final ClassDesc OPERATORS = vectorClass("VectorOperators");
  private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");
  private static final ClassDesc BINARY = OPERATORS.nested("Binary");

  private final MethodWriter code;
  private final CodeBuilder builder;
  private final NumberType numbers;
  /** FloatVector or DoubleVector. */
  private final ClassDesc type;
  private final int lanes;

  VectorLanes(MethodWriter code, int lanes) {
    this.code = code;
    this.builder = code.builder;
    this.numbers = code.numbers;
    this.type = numbers.vector();
    this.lanes = lanes;
  }

  private static ClassDesc vectorClass(String name) {
    return ClassDesc.of("jdk.incubator.vector", name);
  }

  @Override
  public TypeKind kind() {
    return TypeKind.REFERENCE;
  }

  private CodeBuilder species() {
    return builder.getstatic(type, species(numbers, lanes), SPECIES);
  }

  @Override
  public void load(Runnable array, Runnable index) {
    species();
    array.run();
    index.run();
    builder.invokestatic(type, "fromArray", MethodTypeDesc.of(type, SPECIES, numbers.array(), CD_int));
  }

  @Override
  public void store(Runnable array, Runnable index, Runnable x) {
    x.run();
    array.run();
    index.run();
    builder.invokevirtual(type, "intoArray", MethodTypeDesc.of(CD_void, numbers.array(), CD_int));
  }

  @Override
  public void constant(double value) {
    broadcast(() -> code.constant(value));
  }

  /** → the number that {@code x} pushes, in every lane. */
  void broadcast(Runnable x) {
    species();
    x.run();
    builder.invokestatic(type, "broadcast", MethodTypeDesc.of(type, SPECIES, numbers.type()));
  }

  @Override
  public void product() {
    builder.invokevirtual(type, "mul", MethodTypeDesc.of(type, VECTOR));
  }

  @Override
  public void sum() {
    builder.invokevirtual(type, "add", MethodTypeDesc.of(type, VECTOR));
  }

  @Override
  public void productSum() {
    builder.invokevirtual(type, "fma", MethodTypeDesc.of(type, VECTOR, VECTOR));
  }

  @Override
  public void quotient() {
    builder.invokevirtual(type, "div", MethodTypeDesc.of(type, VECTOR));
  }

  @Override
  public void negation() {
    builder.invokevirtual(type, "neg", MethodTypeDesc.of(type));
  }

  @Override
  public void squareRoot() {
    builder.invokevirtual(type, "sqrt", MethodTypeDesc.of(type));
  }

  @Override
  public void powerOfTwo(Exponential e) {
    ClassDesc bits = numbers.bitsVector();
    builder.invokevirtual(type, "reinterpretAs" + numbers.bitsTitle() + "s", MethodTypeDesc.of(bits));
    switch (numbers) {
      case FLOAT -> builder.loadConstant((int) e.bias());
      case DOUBLE -> builder.loadConstant(e.bias());
    }
    builder.invokevirtual(bits, "add", MethodTypeDesc.of(bits, numbers.bits())).getstatic(OPERATORS, "LSHL", BINARY);
    switch (numbers) {
      case FLOAT -> builder.loadConstant(e.mantissaBits());
      case DOUBLE -> builder.loadConstant((long) e.mantissaBits());
    }
    builder.invokevirtual(bits, "lanewise", MethodTypeDesc.of(bits, BINARY, numbers.bits())).invokevirtual(bits,
        "reinterpretAs" + numbers.title() + "s", MethodTypeDesc.of(type));
  }

  @Override
  public void replaceBelow(int x, double bound, double value) {
    replace("LT", x, bound, value);
  }

  @Override
  public void replaceAbove(int x, double bound, double value) {
    replace("GT", x, bound, value);
  }

  private void replace(String comparison, int x, double bound, double value) {
    code.constant(value);
    builder.aload(x).getstatic(OPERATORS, comparison, COMPARISON);
    code.constant(bound);
    builder.invokevirtual(type, "compare", MethodTypeDesc.of(MASK, COMPARISON, numbers.type())).invokevirtual(type,
        "blend", MethodTypeDesc.of(type, numbers.type(), MASK));
  }

  @Override
  public void libraryCall(Function function) {
    throw new IllegalArgumentException(function + " has no vector form: its sweep must not be vectorised");
  }

  /** a → the sum of its lanes: lane i and lane i + L/2 are added, then i and i + L/4, and so on. */
  void sumOfLanes() {
    for (int half = lanes / 2; half >= 1; half /= 2) {
      builder.dup().getstatic(code.kernel, rotation(half), SHUFFLE).invokevirtual(type, "rearrange",
          MethodTypeDesc.of(type, SHUFFLE));
      sum();
    }
    builder.loadConstant(0).invokevirtual(type, "lane", MethodTypeDesc.of(numbers.type(), CD_int));
  }

  /** The constants that {@link #sumOfLanes} needs: lane i of a vector rotated by h is lane i + h. */
  static void rotations(ClassBuilder kernel, ClassDesc name, NumberType numbers, int lanes) {
    for (int half = lanes / 2; half >= 1; half /= 2) {
      kernel.withField(rotation(half), SHUFFLE, ACC_STATIC | ACC_FINAL);
    }
    kernel.withMethodBody(CLASS_INIT_NAME, MTD_void, ACC_STATIC, builder -> {
      for (int half = lanes / 2; half >= 1; half /= 2) {
        builder.getstatic(numbers.vector(), species(numbers, lanes), SPECIES).loadConstant(half).iconst_1().iconst_1()
            .invokestatic(SHUFFLE, "iota", MethodTypeDesc.of(SHUFFLE, SPECIES, CD_int, CD_int, CD_boolean))
            .putstatic(name, rotation(half), SHUFFLE);
      }
      builder.return_();
    });
  }

  private static String rotation(int lanes) {
    return "ROTATED_BY_" + lanes;
  }

  private static String species(NumberType numbers, int lanes) {
    return "SPECIES_" + 8 * numbers.bytes() * lanes;
  }
}
