package io.noether.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code molecules train}, stopped and taken up again: the model is the same, bit for bit. */
class InterruptedMoleculesIT {
  @TempDir
  private Path directory = Path.of("");

  @Test
  void aStoppedRunGoesOnWithTheSameBits() throws IOException, InterruptedException {
    var launcher = new Launcher(directory);
    Files.writeString(directory.resolve("data.smi"), "C\nCC\nCCO\nC=O\nCC#N\nC1CC1\nCOC\nCN\n");
    launcher.run(arguments("whole")).ok();

    var running = launcher.start(arguments("parts"));
    running.awaitFile(directory.resolve("parts.checkpoint.safetensors"));
    new ProcessBuilder("kill", "-TERM", Long.toString(running.process().pid())).start().waitFor();
    var stopped = running.result();
    assertEquals(143, stopped.code(), stopped::toString);
    assertTrue(stopped.out().contains("--resume"), stopped::toString);
    launcher.run(arguments("parts", "--resume")).ok();
    assertEquals(-1,
        Files.mismatch(directory.resolve("whole.safetensors"), directory.resolve("parts.safetensors")));
  }

  private static String[] arguments(String name, String... more) {
    String all = "molecules train data.smi -o " + name + ".safetensors --epochs 300 --channels 4 --latent 2"
        + " --encoder-layers 1 --decoder-layers 1 --batch-size 4 --threads 1 " + String.join(" ", more);
    return all.strip().split(" ");
  }
}
