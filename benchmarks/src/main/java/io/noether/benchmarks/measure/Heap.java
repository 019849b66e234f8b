package io.noether.benchmarks.measure;

import java.lang.management.ManagementFactory;

/** What is alive in the JVM's heap. */
public final class Heap {
  private Heap() {}

  /** Bytes in use right after a full collection. */
  public static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Bytes that the heap may grow to. */
  public static long most() {
    return Runtime.getRuntime().maxMemory();
  }
}
