package io.noether.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.app.TinyData;
import io.noether.app.TinyModel;
import io.noether.app.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code noether bench} says of options and of a machine without PyTorch, before it measures anything. */
class BenchUsageTest {
  @TempDir
  private Path directory = Path.of("");

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(
      strings = {"--features 7", "--features 0", "--features x", "--threads 0", "--threads 9999", "--seconds 0",
          "--seconds NaN", "--workloads protein", "--against jax", "--scale --against torch", "--scale --sizes 0",
          "--scale --sizes some", "--scale --cutoffs 1", "--data nowhere.xyz", "--against torch --peer-script nowhere",
          "--against torch --python nowhere", "--speed", "structure.xyz",
          "--model nowhere", "--model nowhere --scale", "--scale --profile", "--profile --json",
          "--model nowhere --against torch"})
  void wrongOptionsAreOneLine(String options) {
    assertEquals(2, run(options.split(" ")), options);
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().startsWith("noether: "), errors());
  }

  @Test
  void dataThatAreTooFewAreNamed() {
    Path data = TinyData.molecules(directory.resolve("few.xyz"), 31);
    assertEquals(2, run("--data", data.toString()));
    assertTrue(errors().contains("few.xyz") && errors().contains("31") && errors().contains("32"), errors());
  }

  @Test
  void aModelThatDoesNotKnowSiliconNeedsAStructure() {
    Path model = TinyModel.write(directory.resolve("water.safetensors"), 1);
    assertEquals(2, run("--model", model.toString()));
    assertTrue(errors().contains("water.safetensors") && errors().contains("does not know silicon"), errors());
  }

  @Test
  void withoutTorchThePackagesAreNamed() throws IOException {
    Path script = Files.writeString(directory.resolve("peer.py"), "");
    Path python = Files.writeString(directory.resolve("python"), """
        #!/bin/sh
        echo 'Traceback (most recent call last):' >&2
        echo "ModuleNotFoundError: No module named 'torch'" >&2
        exit 1
        """);
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path data = TinyData.molecules(directory.resolve("enough.xyz"), 32);
    assertEquals(2, run("--against", "torch", "--python", python.toString(), "--peer-script", script.toString(),
        "--data", data.toString()));
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().contains("No module named 'torch'") && errors().contains("apt-get install python3-torch"),
        errors());
  }

  private int run(String... options) {
    var arguments = new ArrayList<>(List.of("bench"));
    arguments.addAll(List.of(options));
    var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return io.noether.app.Main.commandLine(new Console(stream, stream, false), BenchCommand::new)
        .execute(arguments.toArray(String[]::new));
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
