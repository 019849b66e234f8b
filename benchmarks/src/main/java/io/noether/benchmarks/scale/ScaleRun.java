package io.noether.benchmarks.scale;

import io.noether.autodiff.Workers;
import io.noether.benchmarks.measure.Heap;
import io.noether.benchmarks.workloads.Network;
import io.noether.benchmarks.workloads.Silicon;
import io.noether.benchmarks.workloads.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Crystals of growing size with the usual cutoff, then one size with other cutoffs, which shows how memory grows with
 * the number of edges.
 *
 * @param cells along each side of the crystals, ascending
 * @param cutoffs Å, for the one size
 */
public record ScaleRun(List<Integer> cells, List<Double> cutoffs) {
  /** Crystals of more atoms than this are not trained on: no batch is as large. */
  private static final int MOST_TRAINED = 100_000;

  /**
   * Cutoffs are compared on the largest crystal of at most so many atoms, beside which memory of a fixed size is
   * negligible.
   */
  private static final int MOST_COMPARED = 11_000;

  /**
   * Measures; sizes above one that does not fit are not tried.
   *
   * @param seconds for each measurement
   * @param found is given each result as it comes
   */
  public List<ScaleResult> run(ScaleKind kind, Network network, int features, double seconds, Workers workers,
      Consumer<String> progress, Consumer<ScaleResult> found) {
    var results = new ArrayList<ScaleResult>();
    int most = Integer.MAX_VALUE;
    Optional<ScaleMeasurement> measured = Optional.empty();
    for (ScaleCase next : cases(kind, network, features)) {
      if (next.atoms() <= most) {
        progress.accept(next.toString());
        ScaleResult result;
        try {
          if (measured.filter(n -> n.serves(next)).isEmpty()) {
            measured = Optional.empty(); // its memory is not to be counted
            measured = Optional.of(new ScaleMeasurement(next, seconds, workers));
          }
          result = measured.get().of(next);
        } catch (OutOfMemoryError _) {
          result = new ScaleResult.TooLarge(next, Heap.most());
          most = next.atoms();
        }
        results.add(result);
        found.accept(result);
      }
    }
    return results;
  }

  private List<ScaleCase> cases(ScaleKind kind, Network network, int features) {
    var cases = new ArrayList<ScaleCase>();
    int compared = cells.getFirst();
    for (int n : cells) {
      if (kind == ScaleKind.PREDICT || Silicon.atoms(n) <= MOST_TRAINED) {
        cases.add(new ScaleCase(kind, network, features, Workload.CUTOFF, n));
      }
      compared = Silicon.atoms(n) <= MOST_COMPARED ? n : compared;
    }
    for (double cutoff : cutoffs) {
      if (cutoff != Workload.CUTOFF) {
        cases.add(new ScaleCase(kind, network, features, cutoff, compared));
      }
    }
    return cases;
  }
}
