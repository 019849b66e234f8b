package io.noether.benchmarks.measure;

/** A loop of fused multiply-adds that keeps a core as busy as it can be. */
@FunctionalInterface
interface FmaLoop {
  /** Runs for some ten microseconds. Returns the number of floating-point operations: two for each multiply-add. */
  long run();

  /**
   * The fastest loop here, for one thread: on vectors if the JVM was started with the vector module, otherwise a
   * plain one.
   */
  static FmaLoop fastest() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? new VectorFmaLoop() : new PlainFmaLoop();
  }
}
