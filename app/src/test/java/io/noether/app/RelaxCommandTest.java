package io.noether.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.app.console.Console;
import io.noether.core.io.ExtendedXyz;
import io.noether.nn.files.ModelFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code relax} within this JVM, with a network that knows nothing. */
class RelaxCommandTest {
  @TempDir
  private Path directory = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path relaxed = Path.of("");

  @BeforeEach
  void write() {
    TinyModel.write(directory.resolve("model.safetensors"), 1);
    TinyData.molecules(directory.resolve("molecules.xyz"), 2);
    TinyData.crystals(directory.resolve("crystal.xyz"), 1);
    relaxed = directory.resolve("relaxed.xyz");
  }

  @Test
  void aCrystalIsRelaxedWithItsCell() {
    assertEquals(0,
        relax("crystal.xyz", "--cell", "--fmax", "0.02", "--trajectory", directory.resolve("way.xyz").toString()),
        errors());
    String text = text();
    for (String part : new String[] {" step  calls", "converged after", "before", "pressure, GPa", "stress left, GPa",
        "a, Å",
        "gamma, degrees", "volume, Å³", "relaxed.xyz: 1 structure"}) {
      assertTrue(text.contains(part), () -> part + " is missing: " + text);
    }
    var end = ExtendedXyz.read(relaxed).getFirst();
    assertFalse(end.cell().equals(ExtendedXyz.read(directory.resolve("crystal.xyz")).getFirst().cell()));
    var prediction = ModelFile.load(directory.resolve("model.safetensors")).predict(end);
    assertEquals(prediction.energy(), end.labels().energy().orElseThrow(), 1e-9);
    assertArrayEquals(prediction.forces(), end.labels().forces().orElseThrow(), 1e-9);
    assertArrayEquals(prediction.stress().orElseThrow(), end.labels().stress().orElseThrow(), 1e-9);
    assertTrue(Arrays.stream(prediction.forces()).allMatch(f -> Math.abs(f) <= 0.02));
    assertTrue(end.columns().containsKey("tag"), "what else is known of the atoms is lost");
    var way = ExtendedXyz.read(directory.resolve("way.xyz"));
    long steps = text.lines().filter(line -> line.matches(" +\\d+ +\\d+ +-?\\d+\\.\\d{6} .*")).count();
    assertEquals(steps, way.size());
    assertArrayEquals(end.positions(), way.getLast().positions());
  }

  @Test
  void jsonSaysItAllOfEveryStructure() throws Exception {
    assertEquals(0, relax("molecules.xyz", "--json", "--optimizer", "fire", "--fmax", "0.05"), errors());
    var json = new ObjectMapper().readTree(text());
    assertTrue(json.get("converged").booleanValue());
    assertEquals(2, json.get("structures").size());
    var first = json.get("structures").get(0);
    assertEquals(3, first.get("atoms").intValue());
    assertTrue(first.get("force_calls").intValue() > first.get("steps").intValue());
    assertTrue(first.get("after").get("fmax_ev_per_a").doubleValue() <= 0.05);
    assertTrue(first.get("after").get("energy_ev").doubleValue() < first.get("before").get("energy_ev").doubleValue());
    assertFalse(first.get("after").has("cell"));
    assertEquals(2, ExtendedXyz.read(relaxed).size());
  }

  @Test
  void whatDoesNotConvergeIsSavedAndTold() {
    assertEquals(0, relax("molecules.xyz", "--max-steps", "1", "--fmax", "1e-9", "--fix", "1,2-3"), errors());
    assertEquals(0, errors().length(), "fixed atoms feel nothing");
    assertEquals(1, relax("molecules.xyz", "--max-steps", "1", "--fmax", "1e-9", "--fix", "1"));
    assertEquals(2, errors().lines().filter(line -> line.contains("not converged after the last step")).count(),
        errors());
    var end = ExtendedXyz.read(relaxed).getFirst();
    var start = ExtendedXyz.read(directory.resolve("molecules.xyz")).getFirst();
    assertEquals(start.x(0), end.x(0));
    assertTrue(start.x(1) != end.x(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--cell", "--fmax 0", "--fmax x", "--pressure 3", "--smax 1", "--smax -1 --cell", "--fix 0", "--fix 4",
          "--fix 3-2", "--fix a", "--fix 1,,2", "--optimizer newton", "--max-steps -1"})
  void wrongUsageIsOneLineAndNothingIsWritten(String options) {
    assertEquals(2, relax("molecules.xyz", options.split(" ")), errors());
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().startsWith("noether: "), errors());
    assertFalse(Files.exists(relaxed));
  }

  private int relax(String input, String... options) {
    var arguments = Stream.concat(Stream.of("relax", directory.resolve("model.safetensors").toString(),
        directory.resolve(input).toString(), "-o", relaxed.toString(), "--threads", "1"), Stream.of(options));
    var console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), false);
    return Main.commandLine(console).execute(arguments.toArray(String[]::new));
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
