package io.noether.app.graphs;

import io.noether.app.console.Json;
import io.noether.graphs.links.LinkResult;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How well links were predicted: for people, and for programs. Scores are in percent.
 *
 * @param results one for each seed
 * @param seconds that all seeds took together
 * @param peakHeap bytes
 */
record LinksReport(List<LinkResult> results, double seconds, long peakHeap) {
  private static final double BYTES_PER_MB = 1 << 20;

  /** One seed in a line. */
  static String line(LinkResult result) {
    return "seed %d: AUC %.2f, average precision %.2f (validation %.2f, epoch %d)".formatted(result.seed(),
        100 * result.test().auc(), 100 * result.test().averagePrecision(), 100 * result.validation().auc(),
        result.epoch());
  }

  /**
   * The sum of the peaks of the heap's pools since the JVM started. Garbage is counted too, so the number is never
   * too small.
   */
  static long heapPeak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage).mapToLong(usage -> usage == null ? 0 : usage.getUsed()).sum();
  }

  String text() {
    return """

        %d seed%s                mean  deviation
        AUC                 %7.2f    %7.2f
        average precision   %7.2f    %7.2f

        %.1f s, at most %.0f MB of heap""".formatted(results.size(), results.size() == 1 ? " " : "s", mean(this::auc),
        deviation(this::auc), mean(this::precision), deviation(this::precision), seconds, peakHeap / BYTES_PER_MB);
  }

  String json() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("seeds", results.size());
    fields.put("auc_mean", mean(this::auc));
    fields.put("auc_std", deviation(this::auc));
    fields.put("ap_mean", mean(this::precision));
    fields.put("ap_std", deviation(this::precision));
    fields.put("seconds", seconds);
    fields.put("peak_memory_mb", peakHeap / BYTES_PER_MB);
    return Json.text(fields);
  }

  private double auc(LinkResult result) {
    return 100 * result.test().auc();
  }

  private double precision(LinkResult result) {
    return 100 * result.test().averagePrecision();
  }

  private double mean(ToDoubleFunction<LinkResult> score) {
    return StatUtils.mean(results.stream().mapToDouble(score).toArray());
  }

  /** The standard deviation of the sample, with n - 1 in the denominator; 0 for one seed. */
  private double deviation(ToDoubleFunction<LinkResult> score) {
    return Math.sqrt(StatUtils.variance(results.stream().mapToDouble(score).toArray()));
  }
}
