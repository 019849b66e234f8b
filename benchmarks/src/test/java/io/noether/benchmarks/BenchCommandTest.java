package io.noether.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.app.TinyData;
import io.noether.app.TinyModel;
import io.noether.app.console.Console;
import io.noether.benchmarks.torch.TorchConfiguration;
import io.noether.benchmarks.workloads.BenchStructures;
import io.noether.benchmarks.workloads.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code noether bench} with next to no time for each measurement: what it prints, not how fast anything is. */
class BenchCommandTest {
  private static final List<String> LABELS = List.of("molecule", "silicon", "train-8", "train-32", "ethanol-8");
  private static final List<String> FIELDS =
      List.of("workload", "features", "atoms", "edges", "ours_ms", "peer_ms", "ratio", "peer_config");

  /** Stands for Python: prints the peer's lines, twice as long a time for every option that slows it down. */
  private static final String PYTHON = """
      #!/bin/sh
      [ "$1" = -c ] && exit 0
      time=4
      case "$*" in *--flush-denormal*) time=2;; esac
      case "$*" in *'--threads 2'*) time=$((time + 1));; esac
      [ -n "$MALLOC_TOP_PAD_" ] && time=$((time + 4))
      echo "libgomp: a warning"
      while [ "$1" != --only ]; do shift; done
      shift
      for workload in "$@"; do
        echo '{"peer": "torch", "workload": "'$workload'", "median_ms": '$time'.5, "runs": 5}'
      done
      """;

  @TempDir
  private Path directory = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void theTableHasAllRowsAndProgressIsElsewhere() {
    run("--features", "4,2");
    var lines = output().lines().toList();
    assertEquals(1 + 2 * LABELS.size() + 1, lines.size(), output());
    for (int row = 0; row < 2 * LABELS.size(); row++) {
      String features = row < LABELS.size() ? "4" : "2";
      assertTrue(lines.get(row + 1).matches(LABELS.get(row % LABELS.size()) + " +" + features + " +[0-9.]+ +- +- +-"),
          lines.get(row + 1));
    }
    assertTrue(lines.getLast().matches("FMA peak of one thread: [0-9.]+ GFLOP/s"), lines.getLast());
    assertTrue(progress().contains("noether: 2 features: ethanol-8"), progress());
  }

  @Test
  void jsonHasTheAgreedNames() throws IOException {
    run("--features", "128", "--workloads", "silicon", "--json");
    JsonNode json = new ObjectMapper().readTree(output());
    assertEquals(List.of("results", "fma_peak_gflops", "fma_share"), names(json));
    assertEquals(1, json.get("results").size());
    JsonNode row = json.get("results").get(0);
    assertEquals(FIELDS, names(row));
    assertEquals("silicon", row.get("workload").asText());
    assertEquals(128, row.get("features").asInt());
    assertEquals(28_000, row.get("edges").asInt());
    assertTrue(row.get("ours_ms").asDouble() > 0 && row.get("ratio").isNull(), output());
    double operations = 6.07e9;
    double share = operations / (row.get("ours_ms").asDouble() * 1e6) / json.get("fma_peak_gflops").asDouble();
    assertEquals(share, json.get("fma_share").asDouble(), 0.01 * share + 1e-4);
  }

  @Test
  void thePeersBestConfigurationCounts() throws IOException {
    Path python = Files.writeString(directory.resolve("python"), PYTHON);
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path script = Files.writeString(directory.resolve("peer.py"), "");
    run("--features", "2", "--workloads", "molecule,train-8", "--against", "torch", "--python", python.toString(),
        "--peer-script", script.toString(), "--threads", "2", "--json");
    boolean jemalloc = TorchConfiguration.findJemalloc().isPresent();
    for (JsonNode row : new ObjectMapper().readTree(output()).get("results")) {
      assertEquals(jemalloc ? 2.5 : 6.5, row.get("peer_ms").asDouble());
      assertEquals("1 thread, " + (jemalloc ? "jemalloc" : "glibc tuned") + ", denormals flushed",
          row.get("peer_config").asText());
      double ratio = row.get("peer_ms").asDouble() / row.get("ours_ms").asDouble();
      assertEquals(ratio, row.get("ratio").asDouble(), 1e-3 * ratio + 1e-4);
    }
  }

  @Test
  void scalePrintsCallsAndStepsOfEachSizeAndCutoff() throws IOException {
    run("--scale", "--features", "2", "--sizes", "8,64", "--cutoffs", "4,5");
    var rows = output().lines().filter(line -> line.matches("(predict|train) .*")).toList();
    assertEquals(6, rows.size(), output());
    assertTrue(rows.get(1).matches("predict +2 +5\\.0 +64 +1,7[0-9]{2} +[0-9.,]+ +[0-9.]+ +[0-9,]+ +[0-9,]+ +[0-9.]+"),
        rows.get(1));
    assertTrue(output().contains("memory of 64 atoms grows by"), output());

    out.reset();
    run("--scale", "--features", "2", "--sizes", "64", "--cutoffs", "5", "--json");
    JsonNode json = new ObjectMapper().readTree(output()).get("scale");
    assertEquals(List.of("kind", "features", "cutoff", "atoms", "edges", "ms", "us_per_atom", "bytes", "bytes_per_atom",
        "neighbours_ns_per_pair"), names(json.get(0)));
    assertEquals("train", json.get(1).get("kind").asText());
  }

  /** So that everybody measures the same thing. */
  @Test
  void workloadsHaveTheSizesThatTheDocumentsSay() {
    var shipped = BenchStructures.shipped();
    var sizes = Arrays.stream(Workload.values()).map(w -> w.size(shipped)).toList();
    assertEquals(List.of(new Workload.Size(27, 446), new Workload.Size(1000, 28_000), new Workload.Size(216, 3536),
        new Workload.Size(864, 14_118), new Workload.Size(72, 576)), sizes);
  }

  @Test
  void aModelIsMeasuredOnSiliconOrWhatIsGiven() throws IOException {
    Path water = TinyData.molecules(directory.resolve("water.xyz"), 1);
    Path model = TinyModel.write(directory.resolve("model.safetensors"), 1);
    run("--model", model.toString(), water.toString());
    assertTrue(output().contains("painn, float32, cutoff 4.0 Å") && output().contains("3 atoms; 1 thread\n"), output());

    out.reset();
    run("--model", model.toString(), water.toString(), "--json");
    JsonNode json = new ObjectMapper().readTree(output());
    double step = json.get("ms_per_step").asDouble();
    assertEquals(3000 / step, json.get("atoms_per_second").asDouble(), 1e-6 * 3000 / step);
    assertEquals(0.0864 * 1000 / step, json.get("ns_per_day_at_1_fs").asDouble(), 1e-4 / step);
  }

  private void run(String... options) {
    var arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--seconds", "0.001"));
    if (!arguments.contains("--threads")) {
      arguments.addAll(List.of("--threads", "1"));
    }
    var command = new BenchCommand(new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), false));
    assertEquals(0, new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments.toArray(String[]::new)), this::progress);
  }

  private static List<String> names(JsonNode json) {
    return StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false).toList();
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String progress() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
