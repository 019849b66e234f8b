package io.noether.autodiff.emit;

import io.noether.autodiff.Precision;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;

/** The numbers of a precision, as bytecode names them. */
enum Numbers {
  FLOAT(TypeKind.FLOAT, "Float", TypeKind.INT, "Int"), DOUBLE(TypeKind.DOUBLE, "Double", TypeKind.LONG, "Long");

  private final TypeKind kind;
  private final String title;
  private final TypeKind bitsKind;
  private final String bitsTitle;

  Numbers(TypeKind kind, String title, TypeKind bitsKind, String bitsTitle) {
    this.kind = kind;
    this.title = title;
    this.bitsKind = bitsKind;
    this.bitsTitle = bitsTitle;
  }

  static Numbers of(Precision precision) {
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

  int bytes() {
    return this == FLOAT ? Float.BYTES : Double.BYTES;
  }
}
