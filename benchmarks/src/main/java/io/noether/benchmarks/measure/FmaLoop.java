package io.noether.benchmarks.measure;

/** Fused multiply-adds and next to nothing else. */
@FunctionalInterface
interface FmaLoop {
  /** Runs for some ten microseconds. Returns how many floating-point operations that were: two for each number. */
  long run();

  /** The fastest there is: on vectors where the JVM was started with their module, else plain. For one thread. */
  static FmaLoop fastest() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorFmaLoop() : new PlainFmaLoop();
  }
}
