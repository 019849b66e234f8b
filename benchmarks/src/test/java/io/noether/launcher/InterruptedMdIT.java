package io.noether.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.app.TinyData;
import io.noether.app.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However dynamics is ended and taken up again: the same bytes. */
class InterruptedMdIT {
  private static final int STEPS = 30_000;

  @TempDir
  private static Path directory = Path.of("");

  private static Launcher launcher = new Launcher(directory);

  @BeforeAll
  static void runInOneGo() {
    launcher = new Launcher(directory);
    TinyModel.write(directory.resolve("model.safetensors"), 1);
    TinyData.crystals(directory.resolve("crystal.xyz"), 1);
    launcher.run(arguments("whole")).ok();
  }

  /** With a restart file and a frame at every step, most of the time is spent writing: there the process is killed. */
  @Test
  void killedWhileWriting() throws IOException, InterruptedException {
    kill(launcher.start(arguments("killed", "--restart-every", "2")), "killed", 100);
    kill(launcher.start(arguments("killed", "--restart-every", "3", "--resume")), "killed", 200);
    var result = launcher.run(arguments("killed", "--resume")).ok();
    assertTrue(result.out().contains("going on after step "), result::toString);
    same("killed");
    try (var files = Files.list(directory)) {
      assertTrue(files.noneMatch(f -> f.toString().endsWith(".tmp")), "nothing half-written is left");
    }
  }

  @Test
  void stoppedByATerminationSignal() throws IOException, InterruptedException {
    var running = launcher.start(arguments("stopped"));
    running.awaitLines(directory.resolve("stopped.csv"), 50);
    new ProcessBuilder("kill", "-TERM", Long.toString(running.process().pid())).start().waitFor();
    var result = running.result();
    assertEquals(143, result.code(), result::toString);
    assertTrue(result.out().contains("stopped and saved") && result.out().contains("--resume"), result::toString);
    launcher.run(arguments("stopped", "--resume")).ok();
    same("stopped");
  }

  private static void kill(Launcher.Running running, String name, int lines) throws IOException, InterruptedException {
    running.awaitLines(directory.resolve(name + ".csv"), lines);
    running.process().destroyForcibly();
    assertEquals(137, running.result().code());
  }

  private static void same(String name) throws IOException {
    for (String suffix : List.of(".xyz", ".csv", ".restart")) {
      assertEquals(-1, Files.mismatch(directory.resolve("whole" + suffix), directory.resolve(name + suffix)), suffix);
    }
  }

  private static String[] arguments(String name, String... more) {
    var all = new ArrayList<>(List.of("md", "model.safetensors", "crystal.xyz", "-o", name + ".xyz", "--steps",
        Integer.toString(STEPS), "--ensemble", "bussi", "--every", "20", "--log-every", "10", "--threads", "1"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
