package io.noether.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Structure;
import io.noether.core.io.ExtendedXyz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code noether md} within this JVM. */
class MdCommandTest {
  @TempDir
  private Path directory = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void files() {
    TinyModel.write(directory.resolve("model.safetensors"), 1);
    TinyData.crystals(directory.resolve("crystal.xyz"), 1);
    TinyData.molecules(directory.resolve("molecule.xyz"), 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nve --precision float64", "langevin --friction 5", "bussi --tau 50fs",
      "npt --pressure 1 --pressure-tau 2ps --compressibility 0.1", "langevin --fix 2-3", "nve --skin 0 --threads 2"})
  void anInterruptedRunHasTheSameFilesAsAWholeOne(String ensemble) throws IOException {
    String more = " --ensemble " + ensemble + " --timestep 0.5 --every 5 --log-every 2 --seed 3";
    assertEquals(0, md("crystal", "whole.xyz --steps 40" + more), errors());
    assertEquals(0, md("crystal", "parts.xyz --steps 17" + more), errors());
    assertEquals(0, md("crystal", "parts.xyz --resume --time 20fs" + more), errors());
    same("whole.xyz", "parts.xyz");
    same("whole.csv", "parts.csv");
    same("whole.restart", "parts.restart");
    assertEquals(9, ExtendedXyz.read(directory.resolve("parts.xyz")).size());
    assertEquals(22, Files.readAllLines(directory.resolve("parts.csv")).size());
    assertTrue(output().contains("going on after step 17") && output().contains("done after step 40"), output());
  }

  /** Where neighbours come from and how many threads work changes nothing. */
  @Test
  void skinAndThreadsChangeNoBit() throws IOException {
    assertEquals(0, md("crystal", "one.xyz --steps 30 --every 10 --skin 0 --threads 1"), errors());
    assertEquals(0, md("crystal", "two.xyz --steps 30 --every 10 --skin 2 --threads 2"), errors());
    same("one.xyz", "two.xyz");
    assertEquals(0, md("crystal", "other.xyz --steps 30 --every 10 --seed 2"), errors());
    assertTrue(Files.mismatch(directory.resolve("one.xyz"), directory.resolve("other.xyz")) >= 0);
  }

  @Test
  void theLastStructureOfAFileIsTaken() {
    assertEquals(0, md("molecule", "t.xyz --steps 0 --ensemble nve"), errors());
    assertTrue(errors().contains("has 3 structures; the last is taken"), errors());
    Structure frame = ExtendedXyz.read(directory.resolve("t.xyz")).getFirst();
    Structure last = ExtendedXyz.read(directory.resolve("molecule.xyz")).getLast();
    assertEquals(last.x(0), frame.x(0));
    assertTrue(frame.columns().containsKey("momenta") && frame.labels().forces().isPresent());
  }

  @Test
  void fixedAtomsStay() {
    assertEquals(0, md("crystal", "t.xyz --steps 20 --every 20 --fix 1,3"), errors());
    var frames = ExtendedXyz.read(directory.resolve("t.xyz"));
    for (int atom = 0; atom < 3; atom++) {
      assertEquals(atom != 1, frames.getFirst().x(atom) == frames.getLast().x(atom), "atom " + (atom + 1));
    }
  }

  @Test
  void theCsvIsWhereItIsWanted() throws IOException {
    assertEquals(0, md("molecule", "t.xyz --steps 4 --every 2 --log", directory.resolve("thermo.csv").toString()),
        errors());
    assertFalse(Files.exists(directory.resolve("t.csv")));
    var lines = Files.readAllLines(directory.resolve("thermo.csv"));
    assertEquals("step,time_fs,potential_ev,kinetic_ev,total_ev,temperature_k,pressure_gpa,conserved_ev,volume_a3",
        lines.getFirst());
    assertEquals(4, lines.size());
    assertTrue(lines.getLast().startsWith("4,2.0,"), lines.getLast());
    assertTrue(lines.getLast().endsWith(","), "a molecule has no volume: " + lines.getLast());
  }

  @Test
  void anExplosionIsOneLineAndItsFrameIsThere() {
    assertEquals(1, md("molecule", "t.xyz --steps 50 --max-temperature 310 --ensemble nve"), errors());
    assertTrue(errors().lines().toList().getLast().matches("noether: the dynamics exploded at step \\d+: .*"),
        errors());
    assertTrue(ExtendedXyz.read(directory.resolve("t.xyz")).size() == 2);
  }

  @Test
  void nothingIsOverwrittenAndOtherRunsAreNotContinued() {
    assertEquals(0, md("molecule", "t.xyz --steps 4"), errors());
    refused("molecule", "t.xyz --steps 4", "would be overwritten");
    refused("molecule", "t.xyz --steps 8 --resume --seed 9", "seed 1, not 9");
    refused("crystal", "u.xyz --steps 8 --resume", "no run to go on with");
    TinyModel.write(directory.resolve("model.safetensors"), 2);
    refused("molecule", "t.xyz --steps 8 --resume", "started with model ");
  }

  @ParameterizedTest
  @CsvSource({"'', how long?", "--steps 1 --time 1ps, exclude each other", "--time 1hour, not a time",
      "--steps -1, positive", "--steps 5 --ensemble nvt, nvt",
      "--steps 5 --friction 1 --ensemble nve, --friction is for",
      "--steps 5 --tau 100, --tau is for", "--steps 5 --pressure 1, --pressure is for",
      "--steps 5 --timestep 0, timestep", "--steps 5 --temperature -3, temperature", "--steps 5 --fix 0, atoms such as",
      "--steps 5 --fix 5-2, atoms such as", "--steps 5 --fix 4, no atom 4", "--steps 5 --fix 1-3, all atoms",
      "--steps 5 --ensemble npt, repeats in all directions", "--steps 5 --every 0, positive",
      "--steps 5 --restart-every 0, at least 1", "--steps 5 --max-force 0, positive", "--steps 5 --skin -1, skin"})
  void wrongUsageIsOneLine(String arguments, String said) {
    refused("molecule", "t.xyz " + arguments, said);
    assertFalse(Files.exists(directory.resolve("t.xyz")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"t.xyz.gz", "t.csv", "nowhere/t.xyz", "t.restart"})
  void wrongNamesOfFiles(String name) {
    String said = name.startsWith("nowhere") ? "make it first" : name.endsWith("gz") ? "leave .gz out" : "use .xyz";
    refused("molecule", name + " --steps 1", said);
  }

  @Test
  void atomsAndTimesAsPeopleWriteThem() {
    assertEquals(Set.of(0, 1, 4, 5, 6), new AtomSet.Reader().convert("1, 2,5-7").numbers());
    assertEquals(20_000, new Femtoseconds().convert("20ps"));
    assertEquals(0.25, new Femtoseconds().convert("0.25"));
    assertEquals("0.25 fs", Femtoseconds.text(0.25));
    assertEquals("100 fs", Femtoseconds.text(100));
    assertEquals("20.00 ps", Femtoseconds.text(20_000));
  }

  private void refused(String structure, String arguments, String said) {
    err.reset();
    assertEquals(2, md(structure, arguments), errors());
    var lines = errors().lines().filter(line -> !line.contains("the last is taken")).toList();
    assertEquals(1, lines.size(), errors());
    assertTrue(lines.getFirst().startsWith("noether: ") && lines.getFirst().contains(said), errors());
  }

  private int md(String structure, String arguments, String... more) {
    var words = new ArrayList<>(List.of(arguments.strip().split(" +")));
    words.set(0, directory.resolve(words.getFirst()).toString());
    words.addAll(0, List.of("md", directory.resolve("model.safetensors").toString(),
        directory.resolve(structure + ".xyz").toString(), "-o"));
    words.addAll(List.of(more));
    return Main.commandLine(new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), false)).execute(words.toArray(String[]::new));
  }

  private void same(String expected, String actual) throws IOException {
    assertEquals(-1, Files.mismatch(directory.resolve(expected), directory.resolve(actual)), expected);
  }

  private String output() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
