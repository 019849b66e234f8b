package io.noether.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.app.TinyData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run is ended and taken up again: the model is the same, bit for bit. */
class InterruptedRunIT {
  private static final int EPOCHS = 40;

  @TempDir
  private static Path directory = Path.of("");

  private static Launcher launcher = new Launcher(directory);

  private static byte[] whole = {};

  @BeforeAll
  static void trainInOneGo() throws IOException {
    launcher = new Launcher(directory);
    TinyData.crystals(directory.resolve("train.xyz"), 12);
    launcher.run(arguments("whole", EPOCHS, "--threads", "1")).ok();
    whole = Files.readAllBytes(model("whole"));
  }

  @Test
  void anyNumberOfThreads() throws IOException {
    launcher.run(arguments("threads", EPOCHS, "--threads", "2")).ok();
    assertSameModel("threads");
  }

  /** With a checkpoint at every step, most of the time is spent saving: that is where the process is killed. */
  @Test
  void killedWhileSaving() throws IOException, InterruptedException {
    var first = launcher.start(arguments("killed", EPOCHS, "--set", "budget.checkpoint_every=0.001s"));
    killAfter(first, "killed", 5);
    var second = launcher.start("train", "--resume", "killed", "--threads", "1");
    killAfter(second, "killed", 25);
    resume("killed");
    assertSameModel("killed");
    var epochs = Files.readAllLines(directory.resolve("killed/metrics.csv")).stream().skip(1)
        .map(line -> line.substring(0, line.indexOf(','))).toList();
    assertEquals(IntStream.rangeClosed(1, EPOCHS).mapToObj(Integer::toString).toList(), epochs);
    try (var files = Files.list(directory.resolve("killed/last"))) {
      assertEquals(List.of("checkpoint.safetensors"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void stoppedByATerminationSignal() throws IOException, InterruptedException {
    stopped("terminated", "TERM", 143);
  }

  @Test
  void stoppedByControlC() throws IOException, InterruptedException {
    stopped("interrupted", "INT", 130);
  }

  @Test
  void moreEpochsThanBefore() throws IOException {
    var arguments = arguments("longer", EPOCHS / 2, "--set", "schedule.kind=constant");
    launcher.run(arguments).ok();
    resume("longer", "--epochs", Integer.toString(EPOCHS));
    launcher.run(arguments("at-once", EPOCHS, "--set", "schedule.kind=constant")).ok();
    assertEquals(-1, Files.mismatch(model("longer"), model("at-once")));
  }

  @Test
  void whatCannotBeResumed() {
    launcher.run("train", "--resume", "nowhere").failed(2, "nowhere", "no run to resume");
    launcher.run("train", "--resume", "whole", "--seed", "8").failed(2, "whole", "'seed'");
    launcher.run("train", "--resume", "whole", "--out", "other").failed(2, "--out", "--resume");
    TinyData.crystals(directory.resolve("other.xyz"), 11);
    launcher.run("train", "other.xyz", "--resume", "whole").failed(2, "whole", "other data");
  }

  /** Whether the second signal comes while the run is being saved or after that, nothing may be lost. */
  @Test
  void abortedByASecondSignal() throws IOException, InterruptedException {
    var running = launcher.start(arguments("aborted", EPOCHS, "--set", "budget.checkpoint_every=0.001s"));
    awaitEpochs(running, "aborted", 5);
    for (int k = 0; k < 2; k++) {
      signal(running, "TERM");
    }
    assertEquals(143, running.result().code());
    resume("aborted");
    assertSameModel("aborted");
  }

  private static void stopped(String name, String signal, int code) throws IOException, InterruptedException {
    var running = launcher.start(arguments(name, EPOCHS));
    awaitEpochs(running, name, 5);
    Assumptions.assumeFalse(ignored(running, signal), "the build's own parent has SIG" + signal + " ignored");
    signal(running, signal);
    var result = running.result();
    assertEquals(code, result.code(), result::toString);
    assertTrue(result.out().contains("noether train --resume " + name), result::toString);
    assertTrue(result.err().contains("a second Ctrl-C aborts"), result::toString);
    resume(name);
    assertSameModel(name);
  }

  private static void signal(Launcher.Running running, String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(running.process().pid())).start().waitFor();
  }

  /** What a process is born with ignored (by nohup, say) stays ignored. */
  private static boolean ignored(Launcher.Running running, String signal) throws IOException {
    Path status = Path.of("/proc", Long.toString(running.process().pid()), "status");
    if (!Files.exists(status)) {
      return false;
    }
    long mask = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16)).findFirst().orElse(0);
    return (mask >> ((signal.equals("INT") ? 2 : 15) - 1) & 1) == 1;
  }

  private static void killAfter(Launcher.Running running, String name, int epochs)
      throws IOException, InterruptedException {
    awaitEpochs(running, name, epochs);
    running.process().destroyForcibly();
    assertEquals(137, running.result().code());
  }

  private static void awaitEpochs(Launcher.Running running, String name, int epochs)
      throws IOException, InterruptedException {
    running.awaitLines(directory.resolve(name).resolve("metrics.csv"), epochs);
  }

  /** Starting anew would give the same model too, so it must say that it does not. */
  private static void resume(String name, String... more) {
    var arguments = new ArrayList<>(List.of("train", "--resume", name));
    arguments.addAll(List.of(more));
    var result = launcher.run(arguments.toArray(String[]::new)).ok();
    assertTrue(result.out().contains("going on after epoch "), result::toString);
  }

  private static void assertSameModel(String name) throws IOException {
    assertArrayEquals(whole, Files.readAllBytes(model(name)));
  }

  private static Path model(String name) {
    return directory.resolve(name).resolve("model.safetensors");
  }

  private static String[] arguments(String out, int epochs, String... more) {
    var all = new ArrayList<>(List.of("train", "train.xyz", "--out", out, "--epochs", Integer.toString(epochs)));
    all.addAll(TinyData.SMALL);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
