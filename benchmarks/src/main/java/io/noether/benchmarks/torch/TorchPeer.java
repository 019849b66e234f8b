package io.noether.benchmarks.torch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.benchmarks.workloads.Workload;
import io.noether.core.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same network in PyTorch, run by {@code benchmarks/peers/painn_torch.py}.
 *
 * @param python the interpreter
 * @param script {@code painn_torch.py}
 * @param data the molecules it takes its workloads from
 * @param ethanol the small molecules
 * @param seconds for each measurement
 */
public record TorchPeer(String python, Path script, Path data, Path ethanol, double seconds) {
  private static final String PACKAGES = "apt-get install python3-torch python3-ase libopenblas0-openmp libjemalloc2";

  /**
   * Tries to load what the script needs, so that what is missing is said before anything is measured.
   *
   * @throws InputException saying what to install
   */
  public void check() {
    if (!Files.exists(script)) {
      throw new InputException(script + ": the peer's script is not here; run noether from its checkout, or say where "
          + "the script is with --peer-script");
    }
    var builder = new ProcessBuilder(python, "-c", "import torch, ase");
    Output output = run(builder);
    if (output.code() != 0) {
      throw new InputException(python + " cannot load PyTorch and ASE (" + output.lastLine() + "); on Debian: "
          + PACKAGES);
    }
  }

  /** Medians in ms of some workloads, in one configuration. */
  public Map<Workload, Double> measure(List<Workload> workloads, int features, TorchConfiguration configuration) {
    var command = new ArrayList<>(List.of(python, script.toString(), "--data", data.toString(), "--ethanol",
        ethanol.toString(), "--features",
        Integer.toString(features), "--threads", Integer.toString(configuration.threads()), "--seconds",
        String.format(Locale.ROOT, "%.3f", seconds)));
    if (configuration.flushDenormal()) {
      command.add("--flush-denormal");
    }
    command.add("--only");
    workloads.forEach(w -> command.add(w.label()));
    var builder = new ProcessBuilder(command);
    configuration.applyTo(builder.environment());
    Output output = run(builder);
    if (output.code() != 0) {
      throw new InputException(script + " failed with " + configuration + ": " + output.lastLine());
    }
    return medians(output, workloads);
  }

  private Map<Workload, Double> medians(Output output, List<Workload> workloads) {
    var medians = new EnumMap<Workload, Double>(Workload.class);
    for (String line : output.text().lines().filter(l -> l.startsWith("{")).toList()) {
      JsonNode measured = parse(line);
      workloads.stream().filter(w -> w.label().equals(measured.path("workload").asText()))
          .forEach(w -> medians.put(w, measured.path("median_ms").asDouble()));
    }
    for (Workload w : workloads) {
      if (!(medians.getOrDefault(w, 0.0) > 0)) {
        throw new InputException(script + " printed no time for " + w + ": " + output.lastLine());
      }
    }
    return medians;
  }

  private JsonNode parse(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (JsonProcessingException e) {
      throw new InputException(script + " printed no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private record Output(int code, String text) {
    String lastLine() {
      return text.lines().reduce((_, last) -> last).orElse("no output");
    }
  }

  private Output run(ProcessBuilder builder) {
    try {
      Process process = builder.redirectErrorStream(true).start();
      try (var in = process.getInputStream()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return new Output(process.waitFor(), text);
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new InputException(python + " cannot be run (" + e.getMessage() + "); on Debian: " + PACKAGES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("interrupted", e);
    }
  }
}
