package io.noether.app.bench;

import java.lang.management.ManagementFactory;

/** What is alive in the JVM's heap. */
final class Heap {
  private Heap() {}

  /** Bytes in use right after a full collection. */
  static long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Bytes that the heap may grow to. */
  static long most() {
    return Runtime.getRuntime().maxMemory();
  }
}
