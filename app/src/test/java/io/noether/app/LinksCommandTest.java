package io.noether.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.app.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code links} within this JVM, on two groups of papers that cite and speak like their own. */
class LinksCommandTest {
  @TempDir
  private Path folder = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() throws IOException {
    var random = new Random(1);
    var edges = new StringBuilder();
    var features = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      features.append(i / 20 * 8 + random.nextInt(8)).append(' ').append(i / 20 * 8 + random.nextInt(8)).append('\n');
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < (i / 20 == j / 20 ? 0.4 : 0.02)) {
          edges.append(i).append('\t').append(j).append('\n');
        }
      }
    }
    Files.writeString(folder.resolve("edges.tsv"), edges);
    Files.writeString(folder.resolve("features.tsv"), features);
  }

  @Test
  void everySeedAndTheirMeanAreShown() {
    assertEquals(0, run("--model", "vgae", "--seeds", "2", "--epochs", "5"), errors());
    String text = output();
    for (String part : new String[] {"40 nodes", "seed 1: AUC", "seed 2: AUC", "mean  deviation", "MB of heap"}) {
      assertTrue(text.contains(part), () -> part + " is missing: " + text);
    }
  }

  @Test
  void jsonHasTheNumbersAndThreadsDoNotChangeThem() throws Exception {
    var options = new String[] {"--seeds", "2", "--seed", "7", "--epochs", "5", "--json", "--hidden", "4", "--latent",
        "8", "--steps", "1", "--kl", "0.5", "--prior", "exchangeable", "--threads", "1"};
    assertEquals(0, run(options), errors());
    var one = new ObjectMapper().readTree(output());
    for (String field : new String[] {"auc_mean", "auc_std", "ap_mean", "ap_std", "seconds", "peak_memory_mb"}) {
      assertTrue(one.get(field).isNumber() && one.get(field).doubleValue() >= 0, field);
    }
    assertTrue(one.get("auc_mean").doubleValue() <= 100 && one.get("peak_memory_mb").doubleValue() > 1);
    out.reset();
    options[options.length - 1] = "2";
    assertEquals(0, run(options), errors());
    var two = new ObjectMapper().readTree(output());
    for (String field : new String[] {"auc_mean", "auc_std", "ap_mean", "ap_std"}) {
      assertEquals(one.get(field), two.get(field), field);
    }
  }

  @Test
  void keptResultsAreNotComputedAgain() throws IOException {
    Path kept = folder.resolve("kept.tsv");
    var options = new String[] {"--model", "vgae", "--seeds", "3", "--epochs", "5", "--results", kept.toString()};
    assertEquals(0, run(options), errors());
    String whole = output();
    var lines = Files.readAllLines(kept);
    assertEquals(5, lines.size());
    var changed = lines.get(3).split("\t");
    changed[4] = "0.125";
    Files.write(kept, List.of(lines.get(0), lines.get(1), String.join("\t", changed))); // as if stopped before
    out.reset();
    assertEquals(0, run(options), errors());
    assertTrue(output().contains("seed 2: AUC 12.50"), output());
    assertEquals(line(whole, "seed 1:"), line(output(), "seed 1:"));
    assertEquals(line(whole, "seed 3:"), line(output(), "seed 3:"));
    assertEquals(List.of(lines.get(2), lines.get(4)),
        Files.readAllLines(kept).stream().skip(2).filter(l -> !l.startsWith("2")).toList());

    String sound = Files.readString(kept);
    for (String damaged : new String[] {sound.substring(0, sound.length() - 3), sound + lines.get(2) + "\n",
        sound.replace("0.125", "NaN"), sound.replace("0.125", "7.5"), sound + "9\t1\t0.5\n"}) {
      Files.writeString(kept, damaged);
      err.reset();
      assertEquals(2, run(options), damaged);
      assertTrue(errors().contains("kept.tsv, line "), errors());
      assertEquals(damaged, Files.readString(kept));
    }
    Files.writeString(kept, sound);

    options[5] = "6";
    assertEquals(2, run(options));
    assertTrue(errors().contains("kept.tsv: has no results of this graph with these options"), errors());
  }

  private static String line(String text, String begin) {
    return text.lines().filter(l -> l.startsWith(begin)).findFirst().orElseThrow();
  }

  @Test
  void mistakesAreOneLineAndCodeTwo() throws IOException {
    expectError("seeds", "--seeds", "0");
    expectError("latent must be from 1 to 1024", "--latent", "0");
    expectError("vgea", "--model", "vgea");
    Files.writeString(folder.resolve("edges.tsv"), "0\t1\n0\t99\n");
    expectError("edges.tsv, line 2: node 99");
    Files.writeString(folder.resolve("edges.tsv"), "0\t1\n");
    expectError("a split needs at least 20");
  }

  private void expectError(String part, String... options) {
    err.reset();
    assertEquals(2, run(options));
    assertTrue(errors().contains(part) && errors().lines().count() == 1, errors());
  }

  private int run(String... options) {
    var console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), false);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "links";
    arguments[1] = folder.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Main.commandLine(console).execute(arguments);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
