package io.noether.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.app.TinyData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that cannot be trained on: one line that says where and what, exit code 2, and nothing is written. */
class BadDataIT {
  private static final String HEAD = "Properties=species:S:1:pos:R:3:forces:R:3 energy=-14";
  private static final String GOOD = frame(HEAD, "O 0 0 0 0 0 0", "H 1 0 0 0 0 0");

  /** What is wrong, a file with it, and what must be said about it. */
  record Bad(String what, String text, List<String> said) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Bad bad(String what, String text, String... said) {
    return new Bad(what, text, List.of(said));
  }

  @TempDir
  private Path directory = Path.of("");

  static Stream<Bad> files() {
    return Stream.of(
        bad("a line that is no atom", GOOD + frame(HEAD, "O 0 0 0 0 0 0", "H 1 zero 0 0 0 0"), "line 8", "zero"),
        bad("a count that is no number", GOOD + "two\n" + HEAD + "\n", "line 5", "two"),
        bad("not a number", frame(HEAD, "O 0 0 nan 0 0 0", "H 1 0 0 0 0 0"), "line 3", "NaN"),
        bad("an infinite force", frame(HEAD, "O 0 0 0 0 0 0", "H 1 0 0 inf 0 0"), "line 4", "forces", "Infinity"),
        bad("an infinite energy", frame("energy=inf Properties=species:S:1:pos:R:3:forces:R:3",
            "O 0 0 0 0 0 0", "H 1 0 0 0 0 0"), "energy", "finite"),
        bad("a column too few", GOOD + frame(HEAD, "O 0 0 0 0 0", "H 1 0 0 0 0 0"), "line 7", "6"),
        bad("a column too many", frame(HEAD, "O 0 0 0 0 0 0 0", "H 1 0 0 0 0 0"), "line 3", "8"),
        bad("an unknown element", frame(HEAD, "O 0 0 0 0 0 0", "Xx 1 0 0 0 0 0"), "line 4", "Xx"),
        bad("no atoms", GOOD + "0\n" + HEAD + "\n", "line 5", "atoms"),
        bad("two atoms in one place", frame(HEAD, "O 0 0 0 0 0 0", "H 0 0 0 0 0 0"), "atoms 1", "same place"),
        bad("a flat cell", frame("Lattice=\"5 0 0 5 0 0 0 0 5\" " + HEAD, "O 0 0 0 0 0 0", "H 1 0 0 0 0 0"),
            "line 2", "singular"),
        bad("no energies", frame("Properties=species:S:1:pos:R:3:forces:R:3", "O 0 0 0 0 0 0", "H 1 0 0 0 0 0"),
            "no energy", "energy_key"),
        bad("no forces", frame("Properties=species:S:1:pos:R:3 energy=-14", "O 0 0 0", "H 1 0 0"), "no forces",
            "forces_key"),
        bad("cut off", "3\n" + HEAD + "\nO 0 0 0 0 0 0\n", "line 3", "cut off"),
        bad("empty", "", "empty"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void nothingIsTrainedOn(Bad bad) {
    TinyData.write(directory.resolve("bad.xyz"), bad.text);
    var result = new Launcher(directory).run("train", "bad.xyz", "--epochs", "1", "--out", "run");
    result.failed(2, "bad.xyz").failed(2, bad.said.toArray(String[]::new));
    assertFalse(Files.exists(directory.resolve("run")));
  }

  @Test
  void aFileThatIsNotThere() {
    new Launcher(directory).run("train", "nowhere.xyz").failed(2, "nowhere.xyz", "no such file");
    assertFalse(Files.exists(directory.resolve("runs")));
  }

  @Test
  void aLabelThatIsAskedForAndNotThere() {
    TinyData.write(directory.resolve("some.xyz"), GOOD);
    new Launcher(directory).run("train", "some.xyz", "--energy-key", "dft").failed(2, "some.xyz", "'dft'", "energy");
  }

  @Test
  void anElementThatOnlyTheTestSetHas() {
    TinyData.molecules(directory.resolve("train.xyz"), 4);
    TinyData.write(directory.resolve("test.xyz"), GOOD + frame(HEAD, "S 0 0 0 0 0 0", "H 1 0 0 0 0 0"));
    new Launcher(directory).run("train", "train.xyz", "--test", "test.xyz", "--epochs", "1")
        .failed(2, "test.xyz, frame 2", " S,", "H, O");
    assertFalse(Files.exists(directory.resolve("runs")));
  }

  @Test
  void mixedUnitsAreSuspected() {
    Path file = TinyData.molecules(directory.resolve("mixed.xyz"), 6);
    String text = read(file).replace("energy=-13", "energy=-1300").replace("energy=-14", "energy=-1400");
    TinyData.write(file, text + read(TinyData.molecules(directory.resolve("ev.xyz"), 6)));
    var arguments = Stream.concat(Stream.of("train", "mixed.xyz", "--epochs", "1"), TinyData.SMALL.stream());
    var result = new Launcher(directory).run(arguments.toArray(String[]::new)).ok();
    assertTrue(result.err().contains("noether: warning: suspicious energies"), result::toString);
    assertTrue(result.err().contains("units"), result::toString);
  }

  private static String frame(String comment, String... atoms) {
    return atoms.length + "\n" + comment + "\n" + String.join("\n", atoms) + "\n";
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
