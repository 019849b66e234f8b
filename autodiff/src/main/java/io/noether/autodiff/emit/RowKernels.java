package io.noether.autodiff.emit;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.emit.loop.Size;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Makes {@link RowKernel}s: hidden classes whose names, in stack traces and profiles, are those of their loops. */
public final class RowKernels {
  /** What {@link RowKernel#run} takes. */
  static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_Object.arrayType(), CD_int.arrayType(),
      CD_int.arrayType(2), CD_int, CD_int);

  private RowKernels() {}

  /**
   * Emits a loop as bytecode.
   *
   * @param lanes numbers of a vector, a power of two; scalar and vector code with the same lanes give the same bits. For
   *     vectors one that the processor has: {@code SPECIES_PREFERRED}
   * @param vectors whether to use {@code jdk.incubator.vector}, which must then be there
   * @throws IllegalArgumentException if a function without a vector form is called in a vectorised sweep
   */
  public static RowKernel emit(RowLoop loop, Precision precision, int lanes, boolean vectors) {
    byte[] bytes = write(loop, precision, lanes, vectors);
    try {
      MethodHandles.Lookup kernel = MethodHandles.lookup().defineHiddenClass(bytes, true);
      return (RowKernel) kernel.findConstructor(kernel.lookupClass(), MethodType.methodType(void.class)).invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("kernel " + loop.name() + " cannot be loaded", e);
    }
  }

  /** How many numbers of scratch the kernel of a loop needs. */
  public static int scratch(RowLoop loop, int lanes) {
    return lanes * loop.parts().stream().mapToInt(RowKernels::totals).max().orElse(0);
  }

  private static int totals(Part part) {
    return switch (part) {
      case Part.Straight _ -> 0;
      case Part.Sweep sweep -> sweep.vectorised() ? sweep.totals().size() : 0;
      case Part.Repeat repeat -> repeat.parts().stream().mapToInt(RowKernels::totals).max().orElse(0);
    };
  }

  /** Bytecodes of the method that does a loop's row, to be kept within {@link Size#LIMIT}. */
  public static int size(RowLoop loop, Precision precision, int lanes, boolean vectors) {
    return ClassFile.of().parse(write(loop, precision, lanes, vectors)).methods().stream()
        .filter(m -> m.methodName().equalsString(RowLoopWriter.ROW_METHOD)).flatMap(m -> m.code().stream())
        .mapToInt(c -> ((CodeAttribute) c).codeLength()).sum();
  }

  private static byte[] write(RowLoop loop, Precision precision, int lanes, boolean vectors) {
    ClassDesc name = ClassDesc.of(RowKernels.class.getPackageName(), "Kernel_" + loop.name());
    NumberType numbers = NumberType.of(precision);
    return ClassFile.of().build(name, kernel -> {
      kernel.withFlags(ACC_PUBLIC | ACC_FINAL).withInterfaceSymbols(ClassDesc.of(RowKernel.class.getName()));
      kernel.withMethodBody(INIT_NAME, MTD_void, ACC_PUBLIC,
          builder -> builder.aload(0).invokespecial(CD_Object, INIT_NAME, MTD_void).return_());
      if (vectors) {
        VectorLanes.rotations(kernel, name, numbers, lanes);
      }
      kernel.withMethodBody("run", RUN, ACC_PUBLIC,
          builder -> RowLoopWriter.writeRun(new MethodWriter(builder, numbers, name, RowLoopWriter.FIRST_LOCAL)));
      kernel.withMethodBody(RowLoopWriter.ROW_METHOD, RUN, ACC_PUBLIC, builder -> new RowLoopWriter(
          new MethodWriter(builder, numbers, name, RowLoopWriter.FIRST_LOCAL), loop, lanes, vectors).writeRow(loop));
    });
  }
}
