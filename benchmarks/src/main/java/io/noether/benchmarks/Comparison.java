package io.noether.benchmarks;

import io.noether.autodiff.Workers;
import io.noether.benchmarks.measure.FmaPeak;
import io.noether.benchmarks.measure.Stopwatch;
import io.noether.benchmarks.torch.TorchConfiguration;
import io.noether.benchmarks.torch.TorchPeer;
import io.noether.benchmarks.workloads.BenchStructures;
import io.noether.benchmarks.workloads.Network;
import io.noether.benchmarks.workloads.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures workloads here and, if asked, in PyTorch in turns: some seconds of ours before, between and after the
 * configurations of PyTorch, so that both see the same machine. Ours is the median of all our times together, the peer's
 * the best median of its configurations.
 *
 * @param network what to measure
 * @param workloads what to measure it with
 * @param data structures for them
 * @param seconds for each measurement
 * @param workers our threads
 * @param peer PyTorch, if it is to be measured
 * @param configurations of PyTorch
 * @param fmaPeak is measured between the workloads
 * @param progress hears what is being done
 */
record Comparison(Network network, List<Workload> workloads, BenchStructures data, double seconds, Workers workers,
    Optional<TorchPeer> peer, List<TorchConfiguration> configurations, FmaPeak fmaPeak, Consumer<String> progress) {

  private static final double TURN = 0.25; // of the time for a measurement, between two configurations of the peer
  private static final double AGAIN = 0.25; // of a sitting, before it: caches and clock frequency
  private static final double PEAK = 0.1; // of a sitting, after it
  private static final int FEWEST_RUNS = 3;

  /** Measures all workloads with so many features. */
  List<Result> run(int features) {
    var ours = new EnumMap<Workload, Stopwatch>(Workload.class);
    for (Workload w : workloads) {
      progress.accept(features + " features: " + w);
      var stopwatch = new Stopwatch(w.prepare(network, features, data, workers));
      stopwatch.warmUpFully(seconds);
      ours.put(w, stopwatch);
    }
    ours.values().forEach(time -> sitting(time, seconds)); // not at once: the JIT may still be behind
    var theirs = new EnumMap<Workload, Result.Peer>(Workload.class);
    peer.ifPresent(torch -> inTurns(torch, features, ours, theirs));
    var results = new ArrayList<Result>();
    ours.forEach(
        (w, time) -> results
            .add(new Result(w, w.size(data), features, time.median(), Optional.ofNullable(theirs.get(w)))));
    return results;
  }

  private void inTurns(TorchPeer torch, int features, Map<Workload, Stopwatch> ours,
      Map<Workload, Result.Peer> theirs) {
    int turn = 0;
    for (TorchConfiguration configuration : configurations) {
      progress.accept("%d features: PyTorch with %s (%d of %d)".formatted(features, configuration, ++turn,
          configurations.size()));
      torch.measure(workloads, features, configuration).forEach((w, milliseconds) -> theirs.merge(w,
          new Result.Peer(milliseconds, configuration.toString()),
          (a, b) -> a.milliseconds() <= b.milliseconds() ? a : b));
      ours.values().forEach(time -> sitting(time, TURN * seconds));
    }
  }

  private void sitting(Stopwatch time, double length) {
    time.warmUp(AGAIN * length);
    time.measure(length, FEWEST_RUNS);
    fmaPeak.measure(PEAK * length);
  }
}
