package io.noether.dynamics.md;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.Units;
import io.noether.core.io.ExtendedXyz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a run is ended and continued, its files are those of a run in one go, byte for byte. */
class MdRunTest {
  private static final MdPlan PLAN = new MdPlan(60, 5, 3, 10);
  private static final Structure LIQUID = LennardJones.crystal(2, 5.7);

  @TempDir
  private Path directory = Path.of("");

  static Stream<MdSettings> settings() {
    var npt = new Npt(new Bussi(50), 0.001, 500, 10, 4);
    return Stream.of(new MdSettings(5, 150, new Nve(), 1), new MdSettings(5, 150, new Langevin(0.01), 2),
        new MdSettings(5, 150, new Bussi(50), 3), new MdSettings(5, 150, npt, 4),
        new MdSettings(5, 150, new Langevin(0.01), 5).withFixed(Set.of(0, 3)));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void stoppedAndContinued(MdSettings settings) throws IOException {
    var whole = inOneGo(settings);
    var files = MdFiles.beside(directory.resolve("parts.xyz"));
    try (var run = start(settings, files)) {
      assertFalse(run.run(md -> {
        if (md.steps() == 23) {
          run.requestStop();
        }
      }));
    }
    assertEquals(List.of(0L, 5L, 10L, 15L, 20L), steps(files));
    finish(settings, files);
    same(whole, files);
  }

  /** Nothing is saved at the end, the trajectory ends within a frame and the CSV within a line. */
  @ParameterizedTest
  @MethodSource("settings")
  void killedAndContinued(MdSettings settings) throws IOException {
    var whole = inOneGo(settings);
    var files = MdFiles.beside(directory.resolve("killed.xyz"));
    try (var run = start(settings, files)) {
      assertThrows(IllegalStateException.class, () -> run.run(md -> {
        if (md.steps() == 28) {
          throw new IllegalStateException("killed");
        }
      }));
    }
    assertEquals(List.of(0L, 5L, 10L, 15L, 20L, 25L), steps(files));
    Files.writeString(files.trajectory(), "32\nLattice=\"1 2" + " ".repeat(100_000), StandardOpenOption.APPEND);
    Files.writeString(files.log(), "30,150.0,-1" + "0".repeat(100_000), StandardOpenOption.APPEND);
    finish(settings, files);
    same(whole, files);
  }

  @Test
  void moreSteps() throws IOException {
    var settings = new MdSettings(5, 150, new Bussi(50), 3);
    var whole = inOneGo(settings);
    var files = MdFiles.beside(directory.resolve("longer.xyz"));
    var half = new MdPlan(33, 5, 3, 10);
    try (var run = MdRun.start(new LennardJones(), LIQUID, settings, files, half, Map.of())) {
      assertTrue(run.run(md -> {}));
    }
    finish(settings, files);
    same(whole, files);
  }

  @Test
  void theFilesSayWhatHappened() throws IOException {
    var settings = new MdSettings(5, 150, new Bussi(50), 3);
    var files = inOneGo(settings);
    var frames = ExtendedXyz.read(files.trajectory());
    assertEquals(13, frames.size());
    var lines = Files.readAllLines(files.log());
    assertEquals(22, lines.size());
    String[] names = lines.getFirst().split(",");
    String[] last = lines.getLast().split(",");
    var md = MolecularDynamics.start(new LennardJones(), LIQUID, settings);
    for (int k = 0; k < 60; k++) {
      md.step();
    }
    var thermo = md.thermo();
    double[] expected = {60, 300, thermo.potential(), thermo.kinetic(), thermo.total(), thermo.temperature(),
        thermo.pressure().orElseThrow() * Units.GPA_PER_EV_A3, thermo.conserved(), thermo.volume().orElseThrow()};
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], Double.parseDouble(last[k]), names[k]);
    }
    var frame = frames.getLast();
    assertEquals(thermo.potential(), frame.labels().energy().orElseThrow());
    assertEquals(60, frame.info().get("step").number().orElseThrow());
    assertEquals(300, frame.info().get("time_fs").number().orElseThrow());
    assertTrue(frame.columns().containsKey("momenta") && frame.labels().forces().isPresent());
  }

  @Test
  void whatCannotBeContinued() throws IOException {
    var settings = new MdSettings(5, 150, new Nve(), 1);
    var files = inOneGo(settings);
    refused("would be overwritten", () -> start(settings, files));
    refused("timestep 5.0 fs, not 2.0 fs", () -> resume(new MdSettings(2, 150, new Nve(), 1), files, LIQUID));
    refused("seed", () -> resume(new MdSettings(5, 150, new Nve(), 2), files, LIQUID));
    refused("other atoms", () -> resume(settings, files, LennardJones.cluster()));
    refused("model", () -> MdRun.resume(new LennardJones(), LIQUID, settings, files, PLAN, Map.of("model", "x")));
    var elsewhere = MdFiles.beside(directory.resolve("nothing.xyz"));
    refused("no run to go on with", () -> resume(settings, elsewhere, LIQUID));
    Files.writeString(files.trajectory(), "short");
    refused("has 5 bytes", () -> resume(settings, files, LIQUID));
    Files.delete(files.log());
    refused("has 5 bytes", () -> resume(settings, files, LIQUID));
    byte[] restart = Files.readAllBytes(files.restart());
    Files.write(files.restart(), java.util.Arrays.copyOf(restart, restart.length - 9));
    refused("restart", () -> resume(settings, files, LIQUID));
  }

  /** The last frame is there, also if its forces are not numbers, and the run can go on from before. */
  @Test
  void anExplosionLeavesItsFrame() throws IOException {
    var lj = new LennardJones();
    var settings = new MdSettings(5, 150, new Nve(), 1);
    exploded("NaN", "force on atom 3 (Ar) is NaN", after(12, p -> p.forces()[7] = Double.NaN), settings);
    exploded("large", "force on atom 1 (Ar) is 300", after(12, p -> p.forces()[0] = -300), settings);
    exploded("fast", "atom 1 (Ar) would move by", after(12, p -> p.forces()[0] = 150),
        new MdSettings(40, 150, new Nve(), Set.of(), 1, new Limits(200, 1e9, 0.5)));
    exploded("hot", "the temperature is", lj,
        new MdSettings(5, 150, new Nve(), Set.of(), 1, new Limits(200, 149, 0.5)));
  }

  private void exploded(String name, String reason, Potential potential, MdSettings settings) throws IOException {
    var files = MdFiles.beside(directory.resolve(name + ".xyz"));
    try (var run = MdRun.start(potential, LIQUID, settings, files, PLAN, Map.of())) {
      var e = assertThrows(ExplosionException.class, () -> run.run(md -> {}));
      assertTrue(e.getMessage().contains(reason), e.getMessage());
      assertTrue(e.getMessage().contains("step " + steps(files).getLast() + ":"), e.getMessage());
    }
  }

  @FunctionalInterface
  private interface Change {
    void to(Prediction prediction);
  }

  private static TestPotential after(int calls, Change change) {
    var lj = new LennardJones();
    int[] count = {0};
    return s -> {
      var p = lj.of(s);
      if (count[0]++ >= calls) {
        change.to(p);
      }
      return p;
    };
  }

  private MdFiles inOneGo(MdSettings settings) {
    var files = MdFiles.beside(directory.resolve("whole.xyz"));
    try (var run = start(settings, files)) {
      assertTrue(run.run(md -> {}));
    }
    return files;
  }

  private static MdRun start(MdSettings settings, MdFiles files) {
    return MdRun.start(new LennardJones(), LIQUID, settings, files, PLAN, Map.of());
  }

  private static MdRun resume(MdSettings settings, MdFiles files, Structure structure) {
    return MdRun.resume(new LennardJones(), structure, settings, files, PLAN, Map.of());
  }

  private static void finish(MdSettings settings, MdFiles files) {
    try (var run = resume(settings, files, LIQUID)) {
      assertTrue(run.run(md -> {}));
      assertEquals(60, run.dynamics().steps());
    }
  }

  private static void same(MdFiles expected, MdFiles actual) throws IOException {
    assertEquals(-1, Files.mismatch(expected.trajectory(), actual.trajectory()));
    assertEquals(-1, Files.mismatch(expected.log(), actual.log()));
    assertEquals(-1, Files.mismatch(expected.restart(), actual.restart()));
  }

  private static List<Long> steps(MdFiles files) {
    return ExtendedXyz.read(files.trajectory()).stream()
        .map(s -> (long) s.info().get("step").number().orElseThrow()).toList();
  }

  private static void refused(String said, Runnable what) {
    var e = assertThrows(InputException.class, what::run);
    assertTrue(e.getMessage().contains(said), e.getMessage());
  }
}
