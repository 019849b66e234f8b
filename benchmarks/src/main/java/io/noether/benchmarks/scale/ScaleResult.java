package io.noether.benchmarks.scale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalDouble;

/** The outcome of measuring a crystal. */
public sealed interface ScaleResult {
  /** What was to be measured. */
  ScaleCase of();

  /** A row of the table under {@link #TITLE}. */
  String line();

  /** The result as JSON, for programs. */
  ObjectNode toJson();

  /** Column titles. */
  String TITLE = "%-7s %8s %9s %9s %10s %9s %8s %8s %8s %8s".formatted("silicon", "features", "cutoff, Å", "atoms",
      "edges", "ms", "µs/atom", "B/atom", "B/edge", "ns/pair");

  /**
   * It was measured.
   *
   * @param edges number of ordered pairs within the cutoff
   * @param milliseconds of one call or step
   * @param bytes alive in the heap after one, beyond what was alive before
   * @param neighbourMilliseconds of one search for the neighbours on one thread, if it was measured
   */
  record Measured(ScaleCase of, int edges, double milliseconds, long bytes, OptionalDouble neighbourMilliseconds)
      implements
        ScaleResult {

    double microsecondsPerAtom() {
      return 1e3 * milliseconds / of.atoms();
    }

    private double bytesPerAtom() {
      return (double) bytes / of.atoms();
    }

    private OptionalDouble neighbourNanoseconds() {
      return neighbourMilliseconds.isEmpty() ? neighbourMilliseconds
          : OptionalDouble.of(1e6 * neighbourMilliseconds.getAsDouble() / edges);
    }

    @Override
    public String line() {
      var pair = neighbourNanoseconds();
      return of.line() + " %,10d %,9.1f %8.1f %,8.0f %,8.0f %8s".formatted(edges, milliseconds, microsecondsPerAtom(),
          bytesPerAtom(), (double) bytes / edges, pair.isEmpty() ? "-" : "%.1f".formatted(pair.getAsDouble()));
    }

    @Override
    public ObjectNode toJson() {
      var json = of.toJson().put("edges", edges).put("ms", milliseconds).put("us_per_atom", microsecondsPerAtom())
          .put("bytes", bytes).put("bytes_per_atom", bytesPerAtom());
      neighbourNanoseconds().ifPresent(ns -> json.put("neighbours_ns_per_pair", ns));
      return json;
    }
  }

  /**
   * It does not fit.
   *
   * @param heap bytes that the heap may grow to
   */
  record TooLarge(ScaleCase of, long heap) implements ScaleResult {
    @Override
    public String line() {
      return of.line() + "  does not fit into a heap of %.1f GB; allow more: NOETHER_JAVA_OPTS=-Xmx16g"
          .formatted(heap * 1e-9);
    }

    @Override
    public ObjectNode toJson() {
      return of.toJson().put("too_large_for_heap", heap);
    }
  }
}
