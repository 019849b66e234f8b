package io.noether.autodiff.emit;

import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** Writes a choice between two vectors: in the last lanes one, in the others the other. */
final class LastLanes {
  private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
  private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
  private static final ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
  private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");

  private final MethodWriter code;
  private final int mask;

  /**
   * Writes the mask.
   *
   * @param first pushes the number of the first of the last lanes, an int
   */
  LastLanes(MethodWriter code, VectorLanes vector, Runnable first) {
    this.code = code;
    this.mask = code.local(TypeKind.REFERENCE);
    ClassDesc type = code.numbers.vector();
    vector.constant(0); // 0, 1, 2, ... not less than first
    code.builder.iconst_1().invokevirtual(type, "addIndex", MethodTypeDesc.of(type, CD_int)).getstatic(OPERATORS, "GE",
        COMPARISON);
    first.run();
    code.builder.conversion(TypeKind.INT, code.numbers.kind())
        .invokevirtual(type, "compare", MethodTypeDesc.of(MASK, COMPARISON, code.numbers.type())).astore(mask);
  }

  /** others, last → the last lanes of {@code last}, the others of {@code others}. */
  void choose() {
    ClassDesc type = code.numbers.vector();
    code.builder.aload(mask).invokevirtual(type, "blend", MethodTypeDesc.of(type, VECTOR, MASK));
  }
}
