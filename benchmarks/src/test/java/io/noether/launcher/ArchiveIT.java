package io.noether.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.app.TinyData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher's archive of classes: later runs start from it, and nobody notices when it is of no use. */
class ArchiveIT {
  @TempDir
  private static Path directory = Path.of("");

  private static Checkout checkout = new Checkout(directory);

  private static Path archive = Path.of("");

  private static Path whole = Path.of("");

  private static byte[] expected = {};

  @BeforeAll
  static void firstRun() throws IOException, InterruptedException {
    Assumptions.assumeTrue(System.getenv("PATH").lines().flatMap(path -> Arrays.stream(path.split(":", -1)))
        .anyMatch(folder -> Files.exists(Path.of(folder, "flock"))), "there is no flock here");
    checkout = Checkout.of(directory);
    assertEquals("", checkout.launcher(Map.of()).run("--version").ok().err());
    checkout.awaitQuiet();
    archive = checkout.copy().resolve("classes.jsa");
    whole = Files.copy(archive, directory.resolve("whole.jsa"));
    try (var left = Files.list(checkout.copy())) {
      assertEquals(List.of("classes.jsa", "classes.lock", "held", "lib", "noether-benchmarks.jar"),
          left.map(file -> String.valueOf(file.getFileName())).sorted().toList());
    }
    TinyData.molecules(directory.resolve("water.xyz"), 4);
    var train = new ArrayList<>(List.of("train", "water.xyz", "--epochs", "1", "--out", "run"));
    train.addAll(TinyData.SMALL);
    checkout.launcher(Map.of()).run(train.toArray(String[]::new)).ok();
    expected = predicted(Map.of("NOETHER_JAVA_OPTS", "-Xshare:auto")); // any option of the user's: no archive
  }

  @BeforeEach
  void repair() throws IOException {
    Files.copy(whole, archive, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(checkout.copy().resolve("classes/failed"));
  }

  @Test
  void laterRunsTakeClassesFromIt() throws IOException {
    assertTrue(archived("picocli.CommandLine", Map.of()));
    assertTrue(archived("io.noether.app.calculate.PredictCommand", Map.of()));
    assertFalse(archived("io.noether.app.calculate.PredictCommand", Map.of("NOETHER_JAVA_OPTS", "-Dany=thing")));
    assertFalse(archived("io.noether.app.calculate.PredictCommand", Map.of("JDK_JAVA_OPTIONS", "-Dany=thing")));
  }

  @Test
  void errorsAreTheSame() {
    var launcher = checkout.launcher(Map.of());
    launcher.run("predict", "nowhere", "water.xyz", "-o", "out.xyz").failed(2, "nowhere", "no such file");
    launcher.run("predict", "run").failed(2, "see noether predict --help");
    launcher.run("predict", "run", "water.xyz", "-o", "/dev/full/out.xyz").failed(1, "/dev/full/out.xyz");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 5_000_000})
  void aTruncatedOneIsIgnored(int length) throws IOException {
    try (var file = Files.newByteChannel(archive, StandardOpenOption.WRITE)) {
      file.truncate(length);
    }
    assertArrayEquals(expected, predicted(Map.of()));
  }

  @Test
  void oneThatIsSomethingElseIsIgnored() throws IOException {
    Files.copy(checkout.copy().resolve("noether-benchmarks.jar"), archive, StandardCopyOption.REPLACE_EXISTING);
    assertArrayEquals(expected, predicted(Map.of()));
  }

  @Test
  void oneOfOtherJarsIsIgnored() throws IOException {
    Path jar = checkout.copy().resolve("noether-benchmarks.jar");
    var before = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.fromMillis(before.toMillis() - 60_000));
    assertArrayEquals(expected, predicted(Map.of()));
    assertFalse(archived("io.noether.app.calculate.PredictCommand", Map.of()));
    Files.setLastModifiedTime(jar, before);
  }

  @Test
  void oneThatCannotBeMadeIsNotMissedAndNotTriedAgain() throws IOException, InterruptedException {
    Files.delete(archive);
    for (var environment : List.of(Map.of(Checkout.NO_LIST, "1"), Map.<String, String>of())) {
      assertArrayEquals(expected, predicted(environment));
      checkout.awaitQuiet();
      assertFalse(Files.exists(archive));
    }
  }

  @Test
  void noneIsMadeBesideAMeasurement() throws IOException, InterruptedException {
    Files.delete(archive);
    checkout.launcher(Map.of()).run("bench", "--help").ok();
    checkout.awaitQuiet();
    assertFalse(Files.exists(archive));
  }

  private static byte[] predicted(Map<String, String> environment) throws IOException {
    var result = checkout.launcher(environment).run("predict", "run", "water.xyz", "-o", "out.xyz").ok();
    assertEquals("", result.err());
    assertEquals("out.xyz: 4 structures, 12 atoms\n", result.out());
    return Files.readAllBytes(directory.resolve("out.xyz"));
  }

  private static boolean archived(String type, Map<String, String> environment) throws IOException {
    Path log = directory.resolve("classes.log");
    var variables = new HashMap<>(environment);
    variables.put(Checkout.CLASS_LOG, log.toString());
    checkout.launcher(variables).run("--version").ok(); // loads all commands
    var lines = Files.readAllLines(log).stream().filter(line -> line.contains(" " + type + " source: ")).toList();
    assertEquals(1, lines.size(), () -> type + " in " + log);
    return lines.getFirst().contains("shared objects file");
  }
}
