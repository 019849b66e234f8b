package io.noether.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.noether.app.console.Console;
import io.noether.app.console.ThreadOption;
import io.noether.autodiff.Workers;
import io.noether.benchmarks.measure.FmaPeak;
import io.noether.benchmarks.scale.ScaleKind;
import io.noether.benchmarks.scale.ScaleOptions;
import io.noether.benchmarks.scale.ScaleResult;
import io.noether.benchmarks.scale.ScaleSummary;
import io.noether.benchmarks.speed.SpeedOptions;
import io.noether.benchmarks.torch.PeerOptions;
import io.noether.benchmarks.torch.TorchConfiguration;
import io.noether.benchmarks.torch.TorchPeer;
import io.noether.benchmarks.workloads.ForceCall;
import io.noether.benchmarks.workloads.Network;
import io.noether.benchmarks.workloads.Workload;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code noether bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Measures energy and force calls and training steps of PaiNN with 3 interactions and 5 Å: alone, in "
        + "turns with the same network in PyTorch, or on crystals of growing size; or the speed of molecular dynamics with any "
        + "model.",
    footer = {"", "Nothing else should run meanwhile. --scale up to a million atoms needs 16 GB of heap:",
        "NOETHER_JAVA_OPTS=-Xmx16g ./noether bench --scale"})
public final class BenchCommand implements Callable<Integer> {
  private static final double IDLE = 1; // processes that run or wait, on average over the last minute

  private final Console console;

  @Mixin
  private BenchOptions options = new BenchOptions();

  @Mixin
  private PeerOptions peer = new PeerOptions();

  @Mixin
  private ScaleOptions scale = new ScaleOptions();

  @Mixin
  private SpeedOptions speed = new SpeedOptions();

  @Mixin
  private ThreadOption threads = new ThreadOption();

  /** @param console takes the results, and hears what is being done meanwhile */
  public BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    options.check(!options.profile() || !options.json(), "--profile prints a table only: leave --json out");
    options.check((options.profile() ? 1 : 0) + (scale.asked() ? 1 : 0) + (speed.asked() ? 1 : 0) < 2,
        "--profile, --scale and --model measure different things: give one of them");
    try (var team = threads.team()) {
      if (options.profile()) {
        profile(team);
        return 0;
      }
      ObjectNode json = scale.asked() ? scale(team) : speed.asked() ? speed(team) : workloads(team);
      if (options.json()) {
        console.print(json.toPrettyString());
      }
    }
    return 0;
  }

  private ObjectNode workloads(Workers team) {
    var torch = peer.peer(options.data(), options.seconds());
    options.check(torch.isEmpty() || options.network() == Network.PAINN, "the peer script has no network but painn");
    var widths = options.features(List.of(Report.SHARE_FEATURES, 64));
    var structures = options.structures();
    torch.ifPresent(TorchPeer::check);
    var configurations = TorchConfiguration.upTo(team.count());
    if (torch.isPresent() && TorchConfiguration.findJemalloc().isEmpty()) {
      console.warn("without jemalloc, PyTorch may not be at its best; on Debian: apt-get install libjemalloc2");
    }
    var fmaPeak = new FmaPeak(team.count());
    var comparison = new Comparison(options.network(), options.workloads(), structures, options.seconds(), team, torch,
        configurations,
        fmaPeak, console::note);
    warnIfBusy();
    print(Report.title());
    var results = new ArrayList<Result>();
    for (int features : widths) {
      for (Result result : comparison.run(features)) {
        results.add(result);
        print(Report.line(result));
      }
    }
    var report = Report.of(options.network(), results, team.count(), fmaPeak.gflops());
    print(report.summary());
    return report.toJson();
  }

  private void profile(Workers team) {
    warnIfBusy();
    for (int features : options.features(List.of(Report.SHARE_FEATURES, 64))) {
      var peak = new FmaPeak(team.count());
      peak.measure(options.seconds());
      console.note("silicon, 1000 atoms, %d features ...".formatted(features));
      ForceCall call = Workload.silicon(options.network(), features, team);
      Profile.of(call, options.seconds(), peak.gflops()).forEach(console::print);
    }
  }

  private ObjectNode scale(Workers team) {
    checkNoPeer("--scale");
    var run = scale.run();
    var json = JsonNodeFactory.instance.objectNode();
    var rows = json.putArray("scale");
    warnIfBusy();
    print(ScaleResult.TITLE);
    for (int features : options.features(List.of(64))) {
      for (ScaleKind kind : ScaleKind.values()) {
        var results =
            run.run(kind, options.network(), features, options.seconds(), team, console::note, r -> print(r.line()));
        results.forEach(r -> rows.add(r.toJson()));
        ScaleSummary.of(results).lines().forEach(this::print);
      }
    }
    return json;
  }

  private ObjectNode speed(Workers team) {
    checkNoPeer("--model");
    var measurement = speed.measurement();
    warnIfBusy();
    console.note("%s, %,d atoms ...".formatted(measurement.file(), measurement.structure().size()));
    var result = measurement.run(options.seconds(), team);
    print(result.text());
    return result.toJson();
  }

  private void checkNoPeer(String option) {
    options.check(peer.peer(options.data(), options.seconds()).isEmpty(),
        option + " measures no peer: leave --against out");
  }

  private void warnIfBusy() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(); // negative where it is unknown
    if (load > IDLE) {
      console.warn("the machine is busy (load %.1f); wait for it, or do not trust the times".formatted(load));
    }
  }

  private void print(String line) {
    if (!options.json()) {
      console.print(line);
    }
  }
}
