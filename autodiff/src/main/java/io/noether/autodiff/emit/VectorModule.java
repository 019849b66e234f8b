package io.noether.autodiff.emit;

import io.noether.autodiff.Precision;

/**
 * Whether this JVM was started with {@code jdk.incubator.vector}, and how wide the processor's vectors are. Decided once;
 * without the module everything runs on scalar kernels.
 */
public final class VectorModule {
  private static final boolean PRESENT = find();

  private VectorModule() {}

  private static boolean find() {
    boolean found = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    if (!found) {
      System.getLogger(VectorModule.class.getName()).log(System.Logger.Level.WARNING,
          "scalar kernels, several times slower: start the JVM with --add-modules jdk.incubator.vector");
    }
    return found;
  }

  /** Whether kernels can use vectors. */
  public static boolean isPresent() {
    return PRESENT;
  }

  /** How many numbers a vector has; without the module, as many as in the widest of today's processors. */
  public static int lanes(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> PRESENT ? PreferredSpecies.FLOAT_LANES : 16;
      case FLOAT64 -> PRESENT ? PreferredSpecies.DOUBLE_LANES : 8;
    };
  }
}
