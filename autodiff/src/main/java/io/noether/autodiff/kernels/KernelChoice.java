package io.noether.autodiff.kernels;

import io.noether.autodiff.Precision;

/** Vector kernels where the JVM can run them, else their scalar twins. Decided once, never failing. */
public final class KernelChoice {
  private static final boolean VECTORS = find();

  private KernelChoice() {}

  private static boolean find() {
    boolean found = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (!found) {
      System.getLogger(KernelChoice.class.getName()).log(System.Logger.Level.WARNING,
          "scalar kernels, several times slower: start the JVM with --add-modules jdk.incubator.vector");
    }
    return found;
  }

  /** Whether kernels are vectors'. */
  public static boolean vectors() {
    return VECTORS;
  }

  /** Numbers in a vector; without the vector module, as many as in the widest of today's processors. */
  public static int lanes(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> VECTORS ? FloatVectorKernels.LANES : 16;
      case FLOAT64 -> VECTORS ? DoubleVectorKernels.LANES : 8;
    };
  }

  /** Single precision. */
  public static Kernels<float[]> float32() {
    return VECTORS ? new FloatVectorKernels() : new FloatScalarKernels();
  }

  /** Double precision. */
  public static Kernels<double[]> float64() {
    return VECTORS ? new DoubleVectorKernels() : new DoubleScalarKernels();
  }

  /** The scalar twin in single precision, for tests. */
  public static Kernels<float[]> scalarFloat32() {
    return new FloatScalarKernels();
  }

  /** The scalar twin in double precision, for tests. */
  public static Kernels<double[]> scalarFloat64() {
    return new DoubleScalarKernels();
  }
}
