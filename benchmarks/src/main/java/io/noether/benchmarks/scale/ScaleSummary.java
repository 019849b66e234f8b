package io.noether.benchmarks.scale;

import io.noether.benchmarks.workloads.Workload;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the rows of one kind and one number of features say together. */
public record ScaleSummary(List<ScaleResult.Measured> rows) {
  private static final int SMALLEST = 900; // atoms; below, a call is too short for all threads
  private static final int LARGEST = 110_000;

  /** Of the rows that were measured. */
  public static ScaleSummary of(List<ScaleResult> results) {
    return new ScaleSummary(results.stream().filter(ScaleResult.Measured.class::isInstance)
        .map(ScaleResult.Measured.class::cast).toList());
  }

  /** Sentences, each where there are two rows or more to compare. */
  public List<String> lines() {
    return java.util.stream.Stream.of(time(), memory()).flatMap(Optional::stream).toList();
  }

  private Optional<String> time() {
    var sizes = rows.stream().filter(r -> r.of().cutoff() == Workload.CUTOFF && r.of().atoms() >= SMALLEST
        && r.of().atoms() <= LARGEST).toList();
    if (sizes.size() < 2) {
      return Optional.empty();
    }
    var times = sizes.stream().mapToDouble(ScaleResult.Measured::microsecondsPerAtom).summaryStatistics();
    return Optional.of("time per atom from %,d to %,d atoms: %.1f to %.1f µs, %.0f %% apart".formatted(
        sizes.getFirst().of().atoms(), sizes.getLast().of().atoms(), times.getMin(), times.getMax(),
        100 * (times.getMax() / times.getMin() - 1)));
  }

  /** Between the shortest and the longest cutoff of one size. */
  private Optional<String> memory() {
    var byEdges = Comparator.comparingInt(ScaleResult.Measured::edges);
    return rows.stream().filter(r -> r.of().cutoff() != Workload.CUTOFF).findFirst().map(r -> r.of().cells())
        .map(cells -> {
          var compared = rows.stream().filter(r -> r.of().cells() == cells).sorted(byEdges).toList();
          var few = compared.getFirst();
          var many = compared.getLast();
          return "memory of %,d atoms grows by %.0f bytes for each edge more".formatted(few.of().atoms(),
              (double) (many.bytes() - few.bytes()) / (many.edges() - few.edges()));
        });
  }
}
