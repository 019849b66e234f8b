package io.noether.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.core.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same network in PyTorch, run by {@code benchmarks/peers/painn_torch.py}, in each of its best configurations. */
final class TorchPeer {
  private static final Path JEMALLOC = Path.of("/usr/lib/x86_64-linux-gnu/libjemalloc.so.2");

  private final Path script;
  private final Path data;

  /**
   * @param script {@code painn_torch.py}
   * @param data the structures it takes its workloads from
   */
  TorchPeer(Path script, Path data) {
    this.script = script;
    this.data = data;
  }

  /** A measurement: median in ms, and how PyTorch was run. */
  record Measurement(double milliseconds, String configuration) {}

  /** The best of all configurations for each workload of a group ({@code molecule}, {@code silicon}, {@code train}). */
  Map<String, Measurement> best(String group, int features) {
    Map<String, Measurement> best = new HashMap<>();
    for (int threads : new int[] {1, 2}) {
      for (boolean jemalloc : Files.exists(JEMALLOC) ? new boolean[] {true, false} : new boolean[] {false}) {
        String name = threads + (threads == 1 ? " thread" : " threads") + (jemalloc ? ", jemalloc" : ", glibc tuned");
        for (JsonNode line : run(group, features, threads, jemalloc)) {
          var measured = new Measurement(line.get("median_ms").asDouble(), name);
          best.merge(line.get("workload").asText(), measured, (a, b) -> a.milliseconds <= b.milliseconds ? a : b);
        }
      }
    }
    return best;
  }

  private List<JsonNode> run(String group, int features, int threads, boolean jemalloc) {
    var builder = new ProcessBuilder("/usr/bin/python3", script.toString(), "--data", data.toString(), "--features",
        Integer.toString(features), "--threads", Integer.toString(threads), "--only", group);
    if (jemalloc) {
      builder.environment().put("LD_PRELOAD", JEMALLOC.toString());
    } else { // keep pages instead of giving them back and faulting them in again
      builder.environment().put("MALLOC_MMAP_THRESHOLD_", "4000000000");
      builder.environment().put("MALLOC_TRIM_THRESHOLD_", "8000000000");
      builder.environment().put("MALLOC_TOP_PAD_", "100000000");
    }
    builder.environment().remove("OPENBLAS_CORETYPE");
    builder.environment().remove("OPENBLAS_L2_SIZE");
    builder.redirectErrorStream(true);
    try {
      Process process = builder.start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new InputException(script + " failed: " + output.lines().reduce((_, last) -> last).orElse("no output")
            + "; it needs Debian's python3-torch and python3-ase");
      }
      var lines = new ArrayList<JsonNode>();
      for (String line : output.lines().filter(l -> l.startsWith("{")).toList()) {
        lines.add(new ObjectMapper().readTree(line));
      }
      return lines;
    } catch (JsonProcessingException e) {
      throw new InputException(script + " printed no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new InputException("/usr/bin/python3 cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted", e);
    }
  }
}
