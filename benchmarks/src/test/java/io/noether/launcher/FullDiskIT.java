package io.noether.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.app.TinyData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No room left: exit code 1, one line, and what was there before is whole. */
class FullDiskIT {
  private static final int SMALL_KB = 40; // more than the JVM's own files, less than this model's

  @TempDir
  private Path directory = Path.of("");

  @BeforeEach
  void makeData() {
    TinyData.molecules(directory.resolve("train.xyz"), 6);
  }

  @Test
  void aRunThatCannotSave() {
    new Launcher(directory).runWithSmallDisk(SMALL_KB, train("2")).failed(1, "run", "cannot be written");
  }

  @Test
  void aResumedRunThatCannotSaveLosesNothing() throws IOException {
    var launcher = new Launcher(directory);
    launcher.run(train("1")).ok();
    byte[] model = Files.readAllBytes(directory.resolve("run/model.safetensors"));
    byte[] checkpoint = Files.readAllBytes(directory.resolve("run/last/checkpoint.safetensors"));
    launcher.runWithSmallDisk(SMALL_KB, "train", "--resume", "run", "--epochs", "3").failed(1, "run",
        "cannot be written");
    assertArrayEquals(model, Files.readAllBytes(directory.resolve("run/model.safetensors")));
    assertArrayEquals(checkpoint, Files.readAllBytes(directory.resolve("run/last/checkpoint.safetensors")));
    launcher.run("train", "--resume", "run", "--epochs", "3").ok();
    assertEquals(4, Files.readAllLines(directory.resolve("run/metrics.csv")).size());
  }

  @Test
  void predictionsThatDoNotFit() {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "there is no /dev/full here");
    var launcher = new Launcher(directory);
    launcher.run(train("1")).ok();
    launcher.run("predict", "run", "train.xyz", "-o", "/dev/full").failed(1, "/dev/full", "No space left");
    launcher.run("predict", "run", "train.xyz", "-o", "nowhere/p.xyz").failed(2, "nowhere/p.xyz", "directory");
  }

  private static String[] train(String epochs) {
    return new String[] {"train", "train.xyz", "--out", "run", "--features", "48", "--epochs", epochs, "--set",
        "model.interactions=1", "--set", "model.radial_functions=4"};
  }
}
