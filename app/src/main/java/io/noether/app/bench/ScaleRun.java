package io.noether.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Crystals of growing size with the usual cutoff, then one size with other cutoffs, which shows how memory grows with
 * the number of edges.
 *
 * @param cells along each side of the crystals, ascending
 * @param cutoffs Å, for the one size
 */
record ScaleRun(List<Integer> cells, List<Double> cutoffs) {
  /** Larger crystals than this are no batches that anybody trains on. */
  private static final int MOST_TRAINED = 100_000;

  /** Cutoffs are compared at the largest size up to here: large enough for what does not grow with it to vanish. */
  private static final int MOST_COMPARED = 11_000;

  private static final int WARM_UP_CELLS = 5;

  /** Measures; sizes above one that does not fit are not tried. */
  List<ScaleResult> run(ScaleKind kind, int features, ScaleMeasurement measurement, Consumer<String> progress,
      Consumer<ScaleResult> found) {
    var results = new ArrayList<ScaleResult>();
    int most = Integer.MAX_VALUE;
    var cases = cases(kind, features);
    if (!cases.isEmpty()) { // what all sizes share in the JIT is not the first one's to pay
      measurement.of(new ScaleCase(kind, features, Workload.CUTOFF, Math.min(WARM_UP_CELLS, cells.getFirst())));
    }
    for (ScaleCase next : cases) {
      if (next.atoms() <= most) {
        progress.accept(next.toString());
        ScaleResult result = measurement.of(next);
        results.add(result);
        found.accept(result);
        most = result instanceof ScaleResult.TooLarge ? next.atoms() : most;
      }
    }
    return results;
  }

  private List<ScaleCase> cases(ScaleKind kind, int features) {
    var cases = new ArrayList<ScaleCase>();
    int compared = cells.getFirst();
    for (int n : cells) {
      if (kind == ScaleKind.PREDICT || Silicon.atoms(n) <= MOST_TRAINED) {
        cases.add(new ScaleCase(kind, features, Workload.CUTOFF, n));
      }
      compared = Silicon.atoms(n) <= MOST_COMPARED ? n : compared;
    }
    for (double cutoff : cutoffs) {
      if (cutoff != Workload.CUTOFF) {
        cases.add(new ScaleCase(kind, features, cutoff, compared));
      }
    }
    return cases;
  }
}
