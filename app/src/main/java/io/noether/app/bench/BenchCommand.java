package io.noether.app.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.autodiff.Team;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.io.StructureReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code noether bench}: how long calls and training steps take here, and PyTorch for the same. */
@Command(name = "bench", description = "Measure energy and force calls and training steps, alone or against PyTorch.")
public final class BenchCommand implements Callable<Integer> {
  /** What to compare with. */
  enum Peer {
    torch
  }

  @Option(names = "--against", description = "Run the same network in PyTorch in turns (${COMPLETION-CANDIDATES}).")
  Optional<Peer> against = Optional.empty();

  @Option(names = "--features", split = ",", defaultValue = "128,64", description = "Channels (${DEFAULT-VALUE}).")
  List<Integer> features = List.of();

  @Option(names = "--threads", defaultValue = "2", description = "Our threads (${DEFAULT-VALUE}).")
  int threads = 2;

  @Option(names = "--seconds", defaultValue = "10", description = "Time for each measurement, s (${DEFAULT-VALUE}).")
  double seconds = 10;

  @Option(names = "--data", description = "Labelled structures, 32 or more: 3BPA to compare with published figures"
      + " (../shared/data/3bpa/train_300K.xyz if it is there, else the ethanol that ships with Noether).")
  Optional<Path> data = Optional.empty();

  @Option(names = "--peer-script", defaultValue = "benchmarks/peers/painn_torch.py", description = "${DEFAULT-VALUE}")
  Path script = Path.of("");

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  private record Row(String workload, int features, double ours, Optional<TorchPeer.Measurement> peer) {
    double ratio() {
      return peer.map(p -> p.milliseconds() / ours).orElse(Double.NaN);
    }
  }

  @Override
  public Integer call() throws IOException {
    Path file = data.orElseGet(BenchCommand::defaultData);
    List<Structure> structures = StructureReader.read(file);
    if (structures.size() < 32) {
      throw new InputException(file + ": holds " + structures.size() + " structures; the benchmark needs 32");
    }
    var rows = new ArrayList<Row>();
    try (var team = new Team(threads)) {
      for (int width : features) {
        measure(width, structures, file, team, rows);
      }
    }
    if (json) {
      System.out.println(toJson(rows));
    }
    return 0;
  }

  private void measure(int width, List<Structure> structures, Path file, Team team, List<Row> rows) {
    Map<String, TorchPeer.Measurement> theirs = new LinkedHashMap<>();
    for (Workload workload : Workload.values()) {
      Runnable call = workload.prepare(width, structures, team);
      double ours = Timing.median(call, seconds);
      if (against.isPresent() && !theirs.containsKey(workload.label())) {
        String group = workload.label().startsWith("train") ? "train" : workload.label();
        theirs.putAll(new TorchPeer(script, file).best(group, width));
        ours = Math.min(ours, Timing.median(call, seconds)); // once more after the peer, as its runs are repeated too
      }
      var row = new Row(workload.label(), width, ours, Optional.ofNullable(theirs.get(workload.label())));
      rows.add(row);
      if (!json) {
        print(row, rows.size() == 1);
      }
    }
  }

  private static void print(Row row, boolean first) {
    if (first) {
      System.out.printf("%-10s %8s %12s %12s %7s  %s%n", "workload", "features", "ours, ms", "peer, ms", "ratio",
          "peer as");
    }
    System.out.printf("%-10s %8d %12.2f %12s %7s  %s%n", row.workload(), row.features(), row.ours(),
        row.peer().map(p -> "%.2f".formatted(p.milliseconds())).orElse("-"),
        row.peer().map(_ -> "%.1f".formatted(row.ratio())).orElse("-"),
        row.peer().map(TorchPeer.Measurement::configuration).orElse(""));
  }

  private static String toJson(List<Row> rows) {
    var results = new ArrayList<Map<String, Object>>();
    for (Row row : rows) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("workload", row.workload());
      fields.put("features", row.features());
      fields.put("ours_ms", row.ours());
      row.peer().ifPresent(peer -> {
        fields.put("peer_ms", peer.milliseconds());
        fields.put("ratio", row.ratio());
        fields.put("peer_config", peer.configuration());
      });
      results.add(fields);
    }
    try {
      return new ObjectMapper().writeValueAsString(Map.of("results", results));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path defaultData() {
    Path shared = Path.of("../shared/data/3bpa/train_300K.xyz");
    return Files.exists(shared) ? shared : Path.of("data/ethanol-train.extxyz");
  }
}
