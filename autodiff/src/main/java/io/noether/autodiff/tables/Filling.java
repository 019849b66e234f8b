package io.noether.autodiff.tables;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Samples functions on a grid that is made finer until every second of its points is enough for a table. */
final class Filling {
  private static final int FEWEST = 128;
  private static final int MOST = 4096;
  private static final double ERROR = 1e-6;
  private static final double SLOPE_ERROR = 1e-5;
  /** Rounding of samples, relative. Slopes made of differences of values are not better than this over the spacing. */
  private static final double ROUNDING = 1e-13;
  /** Points evaluated at once. */
  private static final int CHUNK = 256;

  private final List<Samples> samples;
  private final Sampler.Run run;
  private final double[] points = new double[CHUNK];

  private Filling(List<Samples> samples, Sampler.Run run) {
    this.samples = samples;
    this.run = run;
  }

  static Optional<Tables> fill(List<Tensor> functions, Lookup lookup, Sampler sampler, Consumer<Execution> parameters,
      double from, double to) {
    Knots knots = Knots.of(from, to, FEWEST);
    var samples = functions.stream().map(f -> new Samples(f, knots.intervals() + 1)).toList();
    return new Filling(samples, sampler.newRun(parameters, CHUNK)).refine(lookup, knots);
  }

  /** Samples the knots and the points halfway; these are the next knots if there are too few. */
  private Optional<Tables> refine(Lookup lookup, Knots first) {
    sample(first, 0, 1);
    for (Knots knots = first; knots.intervals() <= MOST; knots = knots.halved()) {
      samples.forEach(Samples::refine);
      sample(knots.halved(), 1, 2);
      double h = knots.spacing();
      var accuracies = samples.stream().map(s -> s.compare(h)).toList();
      if (accuracies.stream().allMatch(a -> isEnough(a, h))) {
        var report = new TableReport(knots.start(), knots.end(), knots.intervals(), accuracies);
        return Optional.of(new Tables(lookup, knots, samples.stream().map(s -> s.table(h)).toList(), report));
      }
    }
    return Optional.empty();
  }

  /** @param h spacing of the knots */
  static boolean isEnough(TableReport.Accuracy a, double h) {
    return a.error() <= ERROR * a.largest()
        && a.slopeError() <= SLOPE_ERROR * a.largestSlope() + ROUNDING * a.largest() / h;
  }

  /** Evaluates the points {@code first}, {@code first + step}, … of a grid. */
  private void sample(Knots grid, int first, int step) {
    for (int start = first; start <= grid.intervals(); start += step * CHUNK) {
      int count = Math.min(CHUNK, (grid.intervals() - start) / step + 1);
      for (int p = 0; p < count; p++) {
        points[p] = grid.position(start + p * step);
      }
      run.sample(points, count);
      for (int k = 0; k < samples.size(); k++) {
        for (int p = 0; p < count; p++) {
          samples.get(k).put(start + p * step, run.values(k), run.slopes(k), p);
        }
      }
    }
  }
}
