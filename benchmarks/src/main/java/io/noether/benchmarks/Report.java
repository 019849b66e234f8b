package io.noether.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.noether.autodiff.Workers;
import io.noether.benchmarks.workloads.Network;
import io.noether.benchmarks.workloads.Workload;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What {@code noether bench} found.
 *
 * @param network what was measured
 * @param results one for each workload and number of features
 * @param threads of ours
 * @param fmaPeak GFLOP/s of FMAs on these threads
 * @param fmaShare the part of it that silicon with 128 features reaches, if that was measured: of PaiNN, as tables take
 *     most of a TensorNet's operations away
 */
record Report(Network network, List<Result> results, int threads, double fmaPeak, OptionalDouble fmaShare) {
  /** The workload whose share of the peak is given, and its features. */
  static final Workload SHARE_OF = Workload.SILICON;

  static final int SHARE_FEATURES = 128;

  static Report of(Network network, List<Result> results, int threads, double fmaPeak) {
    var time = results.stream().filter(_ -> network == Network.PAINN)
        .filter(r -> r.workload() == SHARE_OF && r.features() == SHARE_FEATURES)
        .mapToDouble(Result::ours).findFirst();
    return new Report(network, List.copyOf(results), threads, fmaPeak, time.isEmpty() ? time
        : OptionalDouble.of(operations(network) / (time.getAsDouble() * 1e6) / fmaPeak));
  }

  private static long operations(Network network) {
    return Workload.silicon(network, SHARE_FEATURES, Workers.CALLER).flops();
  }

  /** The column titles of {@link #line}. */
  static String title() {
    return "%-9s %8s %10s %12s %6s  %s".formatted("workload", "features", "ours, ms", "PyTorch, ms", "ratio",
        "PyTorch at its best");
  }

  /** A row of the table. */
  static String line(Result r) {
    return "%-9s %8d %10.2f %12s %6s  %s".formatted(r.workload(), r.features(), r.ours(),
        r.peer().map(p -> "%.2f".formatted(p.milliseconds())).orElse("-"),
        r.ratio().map("%.1f"::formatted).orElse("-"), r.peer().map(Result.Peer::configuration).orElse("-")).strip();
  }

  /** What follows the table. */
  String summary() {
    String peak = "FMA peak of %s: %.1f GFLOP/s".formatted(threads == 1 ? "one thread" : threads + " threads", fmaPeak);
    return fmaShare.isEmpty() ? peak : peak + "; %s with %d features (%.2f GFLOP) reaches %.1f %% of it".formatted(
        SHARE_OF, SHARE_FEATURES, operations(network) * 1e-9, 100 * fmaShare.getAsDouble());
  }

  /** For {@code --json}: what was not measured is null. */
  ObjectNode toJson() {
    var json = JsonNodeFactory.instance.objectNode();
    var rows = json.putArray("results");
    results.forEach(r -> rows.add(toJson(r)));
    json.put("fma_peak_gflops", rounded(fmaPeak));
    fmaShare.ifPresentOrElse(share -> json.put("fma_share", rounded(share)), () -> json.putNull("fma_share"));
    return json;
  }

  private static ObjectNode toJson(Result r) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("workload", r.workload().label()).put("features", r.features()).put("atoms", r.size().atoms())
        .put("edges", r.size().edges()).put("ours_ms", rounded(r.ours()));
    r.peer().ifPresentOrElse(
        p -> json.put("peer_ms", rounded(p.milliseconds())).put("ratio", rounded(p.milliseconds() / r.ours()))
            .put("peer_config", p.configuration()),
        () -> json.putNull("peer_ms").putNull("ratio").putNull("peer_config"));
    return json;
  }

  private static double rounded(double x) {
    return Math.round(x * 1e4) / 1e4;
  }
}
