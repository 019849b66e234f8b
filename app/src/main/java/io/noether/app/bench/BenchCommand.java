package io.noether.app.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.noether.autodiff.Team;
import io.noether.autodiff.Workers;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code noether bench}. */
@Command(name = "bench", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Measures energy and force calls and training steps of PaiNN with 3 interactions and 5 Å: alone, in "
        + "turns with the same network in PyTorch, or on crystals of growing size.",
    footer = {"", "Nothing else should run meanwhile. --scale up to a million atoms needs 16 GB of heap:",
        "NOETHER_JAVA_OPTS=-Xmx16g ./noether bench --scale"})
public final class BenchCommand implements Callable<Integer> {
  private static final double IDLE = 1; // processes that run or wait, on average over the last minute

  private final PrintStream out;
  private final PrintStream err;

  @Mixin
  private BenchOptions options = new BenchOptions();

  @Mixin
  private PeerOptions peer = new PeerOptions();

  @Mixin
  private ScaleOptions scale = new ScaleOptions();

  /** Prints to the process's own streams. */
  public BenchCommand() {
    this(System.out, System.err);
  }

  /** @param err hears what is being done meanwhile */
  BenchCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    try (var team = new Team(options.threads())) {
      if (options.profile()) {
        options.check(!options.json(), "--profile prints a table only: leave --json out");
        profile(team);
        return 0;
      }
      ObjectNode json = scale.asked() ? scale(team) : workloads(team);
      if (options.json()) {
        out.println(json.toPrettyString());
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
      progress("warning: without jemalloc, PyTorch may not be at its best; on Debian: apt-get install libjemalloc2");
    }
    var fmaPeak = new FmaPeak(team.count());
    var comparison = new Comparison(options.network(), options.workloads(), structures, options.seconds(), team, torch, configurations,
        fmaPeak, this::progress);
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
      progress("silicon, 1000 atoms, %d features ...".formatted(features));
      ForceCall call = Workload.silicon(options.network(), features, team);
      Profile.of(call, options.seconds(), peak.gflops()).forEach(out::println);
    }
  }

  private ObjectNode scale(Workers team) {
    options.check(peer.peer(options.data(), options.seconds()).isEmpty(),
        "--scale measures no peer: leave --against out");
    var run = scale.run(options);
    var json = JsonNodeFactory.instance.objectNode();
    var rows = json.putArray("scale");
    warnIfBusy();
    print(ScaleResult.TITLE);
    for (int features : options.features(List.of(64))) {
      for (ScaleKind kind : ScaleKind.values()) {
        var results = run.run(kind, options.network(), features, options.seconds(), team, this::progress, r -> print(r.line()));
        results.forEach(r -> rows.add(r.toJson()));
        ScaleSummary.of(results).lines().forEach(this::print);
      }
    }
    return json;
  }

  private void warnIfBusy() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(); // negative where it is unknown
    if (load > IDLE) {
      progress("warning: the machine is busy (load %.1f); wait for it, or do not trust the times".formatted(load));
    }
  }

  private void print(String line) {
    if (!options.json()) {
      out.println(line);
    }
  }

  private void progress(String what) {
    err.println("noether: " + what);
  }
}
