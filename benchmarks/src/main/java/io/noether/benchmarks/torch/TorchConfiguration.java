package io.noether.benchmarks.torch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One way to run PyTorch; which is best differs from workload to workload.
 *
 * @param threads for its operations
 * @param jemalloc the library to allocate with; without it, glibc kept from giving pages back, which is often as good
 * @param flushDenormal whether denormal numbers are flushed to zero: the tails of Gaussians are full of them, and on
 *     Intel cores an operation on one takes some 150 cycles
 */
public record TorchConfiguration(int threads, Optional<Path> jemalloc, boolean flushDenormal) {
  private static final Path LIBRARIES = Path.of("/usr/lib");
  private static final Map<String, String> TUNED_GLIBC = Map.of("MALLOC_MMAP_THRESHOLD_", "4000000000",
      "MALLOC_TRIM_THRESHOLD_", "8000000000", "MALLOC_TOP_PAD_", "100000000");

  /** All that are worth a try where {@code most} threads may be used: 1, 2, 4, … and that number itself. */
  public static List<TorchConfiguration> upTo(int most) {
    var threads = new TreeSet<Integer>();
    for (int n = 1; n < most; n *= 2) {
      threads.add(n);
    }
    threads.add(most);
    List<Optional<Path>> allocators = Stream.of(findJemalloc(), Optional.<Path>empty()).distinct().toList();
    var all = new ArrayList<TorchConfiguration>();
    for (int n : threads) {
      for (Optional<Path> allocator : allocators) {
        all.add(new TorchConfiguration(n, allocator, true));
        all.add(new TorchConfiguration(n, allocator, false));
      }
    }
    return all;
  }

  /** Where Debian's libjemalloc2 is. */
  public static Optional<Path> findJemalloc() {
    return Stream.of("x86_64-linux-gnu", "aarch64-linux-gnu").map(p -> LIBRARIES.resolve(p).resolve("libjemalloc.so.2"))
        .filter(Files::exists).findFirst();
  }

  /** Makes the environment of a process fit. */
  void applyTo(Map<String, String> environment) {
    environment.remove("OPENBLAS_CORETYPE");
    environment.remove("OPENBLAS_L2_SIZE");
    jemalloc.ifPresentOrElse(library -> environment.put("LD_PRELOAD", library.toString()),
        () -> environment.putAll(TUNED_GLIBC));
  }

  @Override
  public String toString() {
    return threads + (threads == 1 ? " thread" : " threads") + (jemalloc.isPresent() ? ", jemalloc" : ", glibc tuned")
        + (flushDenormal ? ", denormals flushed" : "");
  }
}
