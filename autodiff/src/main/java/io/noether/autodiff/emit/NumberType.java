package io.noether.autodiff.emit;

import io.noether.autodiff.Precision;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.Arrays;

/**
 * The numbers of a precision: what they are called in bytecode, and what is done with arrays of them outside kernels.
 * Such an array is a {@code float[]} or a {@code double[]} and is passed on as an {@link Object}, as kernels take it.
 */
public enum NumberType {
  /** Single precision. */
  FLOAT(TypeKind.FLOAT, "Float", TypeKind.INT, "Int"),
  /** Double precision. */
  DOUBLE(TypeKind.DOUBLE, "Double", TypeKind.LONG, "Long");

  private final TypeKind kind;
  private final String title;
  private final TypeKind bitsKind;
  private final String bitsTitle;

  NumberType(TypeKind kind, String title, TypeKind bitsKind, String bitsTitle) {
    this.kind = kind;
    this.title = title;
    this.bitsKind = bitsKind;
    this.bitsTitle = bitsTitle;
  }

  /** The numbers that a program of that precision computes with. */
  public static NumberType of(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> FLOAT;
      case FLOAT64 -> DOUBLE;
    };
  }

  /** The kind of local, array element and operand. */
  TypeKind kind() {
    return kind;
  }

  /** float or double. */
  ClassDesc type() {
    return kind.upperBound();
  }

  /** float[] or double[]. */
  ClassDesc array() {
    return type().arrayType();
  }

  /** FloatVector or DoubleVector. */
  ClassDesc vector() {
    return ClassDesc.of("jdk.incubator.vector", title + "Vector");
  }

  /** int or long, which has as many bits. */
  ClassDesc bits() {
    return bitsKind.upperBound();
  }

  /** IntVector or LongVector. */
  ClassDesc bitsVector() {
    return ClassDesc.of("jdk.incubator.vector", bitsTitle + "Vector");
  }

  /** Float or Double. */
  String title() {
    return title;
  }

  /** Int or Long. */
  String bitsTitle() {
    return bitsTitle;
  }

  /** How many bytes a number takes. */
  public int bytes() {
    return this == FLOAT ? Float.BYTES : Double.BYTES;
  }

  /** A new array of zeros. */
  public Object allocate(int length) {
    return switch (this) {
      case FLOAT -> new float[length];
      case DOUBLE -> new double[length];
    };
  }

  /** Sets {@code count} numbers to zero. */
  public void clear(Object array, int from, int count) {
    switch (this) {
      case FLOAT -> Arrays.fill((float[]) array, from, from + count, 0);
      case DOUBLE -> Arrays.fill((double[]) array, from, from + count, 0);
    }
  }

  /** Rounds {@code count} doubles into an array. */
  public void load(double[] from, int offset, Object to, int toOffset, int count) {
    switch (this) {
      case FLOAT -> ArrayLoops.round(from, offset, (float[]) to, toOffset, count);
      case DOUBLE -> System.arraycopy(from, offset, to, toOffset, count);
    }
  }

  /** Copies {@code count} numbers of an array into doubles. */
  public void store(Object from, int offset, double[] to, int toOffset, int count) {
    switch (this) {
      case FLOAT -> ArrayLoops.widen((float[]) from, offset, to, toOffset, count);
      case DOUBLE -> System.arraycopy(from, offset, to, toOffset, count);
    }
  }

  /** Adds {@code count} numbers of one array to those of another. */
  public void add(Object to, int toOffset, Object from, int fromOffset, int count) {
    switch (this) {
      case FLOAT -> ArrayLoops.add((float[]) to, toOffset, (float[]) from, fromOffset, count);
      case DOUBLE -> ArrayLoops.add((double[]) to, toOffset, (double[]) from, fromOffset, count);
    }
  }
}
