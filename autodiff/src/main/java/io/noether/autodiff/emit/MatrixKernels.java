package io.noether.autodiff.emit;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import io.noether.autodiff.Precision;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Makes {@link MatrixKernel}s: hidden classes named after their blocks. */
public final class MatrixKernels {
  private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_int, CD_Object, CD_int, CD_int, CD_int,
      CD_Object, CD_int, CD_int, CD_Object, CD_int, CD_int, CD_double, CD_int);

  private MatrixKernels() {}

  /** Emits a block as bytecode; with more than one lane it needs {@code jdk.incubator.vector}. */
  public static MatrixKernel emit(MatrixBlock block, Precision precision) {
    byte[] bytes = write(block, precision);
    try {
      MethodHandles.Lookup kernel = MethodHandles.lookup().defineHiddenClass(bytes, true);
      return (MatrixKernel) kernel.findConstructor(kernel.lookupClass(), MethodType.methodType(void.class)).invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("kernel " + block + " cannot be loaded", e);
    }
  }

  /** Bytecodes of the method that runs a block. */
  public static int size(MatrixBlock block, Precision precision) {
    return ClassFile.of().parse(write(block, precision)).methods().stream()
        .filter(m -> m.methodName().equalsString("run")).flatMap(m -> m.code().stream())
        .mapToInt(c -> ((CodeAttribute) c).codeLength()).sum();
  }

  private static byte[] write(MatrixBlock block, Precision precision) {
    ClassDesc name = ClassDesc.of(MatrixKernels.class.getPackageName(), block.name());
    return ClassFile.of().build(name, kernel -> {
      kernel.withFlags(ACC_PUBLIC | ACC_FINAL).withInterfaceSymbols(ClassDesc.of(MatrixKernel.class.getName()));
      kernel.withMethodBody(INIT_NAME, MTD_void, ACC_PUBLIC,
          builder -> builder.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
      kernel.withMethodBody("run", RUN, ACC_PUBLIC, builder -> new MatrixBlockWriter(
          new MethodWriter(builder, NumberType.of(precision), name, MatrixBlockWriter.FIRST_LOCAL), block).write());
    });
  }
}
