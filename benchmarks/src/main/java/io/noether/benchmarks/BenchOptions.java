package io.noether.benchmarks;

import io.noether.app.console.Project;
import io.noether.benchmarks.workloads.BenchStructures;
import io.noether.benchmarks.workloads.Network;
import io.noether.benchmarks.workloads.Workload;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that several measurements have. */
final class BenchOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--network", paramLabel = "NAME", defaultValue = "painn",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Network network = Network.PAINN;

  @Option(names = "--features", split = ",", paramLabel = "N",
      description = "channels of the networks, even (default: 128,64; with --scale 64)")
  private List<Integer> features = List.of();

  @Option(names = "--workloads", split = ",", paramLabel = "NAME",
      description = "${COMPLETION-CANDIDATES} (default: all)")
  private List<Workload> workloads = List.of();

  @Option(names = "--seconds", paramLabel = "S", defaultValue = "3",
      description = "time for each measurement (default: ${DEFAULT-VALUE})")
  private double seconds;

  @Option(names = "--data", paramLabel = "FILE",
      description = "32 or more labelled structures to measure with, in place "
          + "of the project's own: molecules of 27 atoms, 446 pairs within 5 Å in the first")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--profile", description = "where the time of the silicon call goes, pass by pass")
  private boolean profile;

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  List<Integer> features(List<Integer> byDefault) {
    for (int n : features) {
      check(n >= 2 && n <= 4096 && n % 2 == 0, "--features must be even and from 2 to 4096, not " + n);
    }
    return features.isEmpty() ? byDefault : features.stream().distinct().toList();
  }

  Network network() {
    return network;
  }

  List<Workload> workloads() {
    return workloads.isEmpty() ? List.of(Workload.values()) : workloads.stream().distinct().sorted().toList();
  }

  double seconds() {
    check(seconds > 0 && seconds <= 3600, "--seconds must be above 0 and at most 3600, not " + seconds);
    return seconds;
  }

  /** The file of molecules. */
  Path data() {
    return data.orElseGet(() -> Project.located(BenchStructures.SHIPPED_MOLECULES));
  }

  /** The structures of the workloads. */
  BenchStructures structures() {
    return BenchStructures.read(data());
  }

  boolean profile() {
    return profile;
  }

  boolean json() {
    return json;
  }

  /** Throws a usage error with this message unless a condition holds. */
  void check(boolean right, String message) {
    if (!right) {
      throw new CommandLine.ParameterException(command.commandLine(), message);
    }
  }
}
