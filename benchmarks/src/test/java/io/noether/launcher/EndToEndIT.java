package io.noether.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.app.TinyData;
import io.noether.core.Column;
import io.noether.core.Structure;
import io.noether.core.io.ExtendedXyz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One small run, and everything that can be done with it. */
class EndToEndIT {
  @TempDir
  private static Path directory = Path.of("");

  private static Launcher.Result trained = new Launcher.Result(-1, "", "");

  @BeforeAll
  static void train() {
    TinyData.crystals(directory.resolve("train.xyz"), 12);
    TinyData.molecules(directory.resolve("molecules.xyz"), 5);
    trained = run(Stream.concat(Stream.of("train", "train.xyz", "--test", "train.xyz", "--epochs", "3", "--out", "run"),
        TinyData.SMALL.stream()).toArray(String[]::new)).ok();
  }

  @Test
  void trainingEndsWithATableOfErrors() {
    for (String part : List.of("training data", "validation", "test ", "energy, meV/atom", "forces, meV/Å", "GPa",
        "model.safetensors", "time left")) {
      assertTrue(trained.out().contains(part), () -> part + " is missing: " + trained);
    }
    assertTrue(trained.err().contains("test errors will flatter"), trained::toString);
  }

  @Test
  void allFilesAreThere() throws IOException {
    for (String name : List.of("model.safetensors", "metrics.csv", "config.yaml", "last/checkpoint.safetensors")) {
      assertTrue(Files.size(directory.resolve("run").resolve(name)) > 0, name);
    }
    assertEquals(4, Files.readAllLines(directory.resolve("run/metrics.csv")).size());
    for (String name : List.of("learning-curve.png", "parity.png")) {
      assertTrue(ImageIO.read(directory.resolve("run").resolve(name).toFile()).getWidth() > 600, name);
    }
  }

  @Test
  void anExistingRunIsNotOverwritten() {
    run("train", "train.xyz", "--epochs", "1", "--out", "run").failed(2, "run", "not empty", "--resume");
  }

  @Test
  void theWrittenConfigurationMakesTheSameModel() throws IOException {
    run("train", "train.xyz", "--test", "train.xyz", "--config", "run/config.yaml", "--out", "again").ok();
    assertEquals(-1,
        Files.mismatch(directory.resolve("run/model.safetensors"), directory.resolve("again/model.safetensors")));
  }

  /** The errors that evaluate prints are those of the file that predict writes. */
  @Test
  void evaluateAgreesWithPredict() throws IOException {
    run("predict", "run", "train.xyz", "-o", "predicted.xyz.gz").ok();
    JsonNode json = new ObjectMapper()
        .readTree(run("evaluate", "run/model.safetensors", "train.xyz", "--json").ok().out());
    List<Structure> labelled = ExtendedXyz.read(directory.resolve("train.xyz"));
    List<Structure> predicted = ExtendedXyz.read(directory.resolve("predicted.xyz.gz"));
    double energy = 0;
    double forces = 0;
    double stress = 0;
    for (int k = 0; k < labelled.size(); k++) {
      var a = labelled.get(k).labels();
      var b = predicted.get(k).labels();
      energy += 1000 * Math.abs(a.energy().orElseThrow() - b.energy().orElseThrow()) / 3 / labelled.size();
      forces += 1000 * meanDifference(a.forces().orElseThrow(), b.forces().orElseThrow()) / labelled.size();
      stress += 1000 * meanDifference(a.stress().orElseThrow(), b.stress().orElseThrow()) / labelled.size();
    }
    assertEquals(12, json.get("structures").intValue());
    assertEquals(36, json.get("atoms").intValue());
    assertEquals(energy, json.get("energy_mae_mev_per_atom").doubleValue(), 1e-6 * energy);
    assertEquals(forces, json.get("forces_mae_mev_per_a").doubleValue(), 1e-6 * forces);
    assertEquals(stress, json.get("stress_mae_mev_per_a3").doubleValue(), 1e-6 * stress);
    assertTrue(json.get("energy_rmse_mev_per_atom").doubleValue() >= energy);
    assertTrue(json.get("forces_rmse_mev_per_a").doubleValue() >= forces);
  }

  @Test
  void predictKeepsEverythingElse() {
    run("predict", "run", "molecules.xyz", "-o", "kept.xyz", "--precision", "float64", "--threads", "1").ok();
    var before = ExtendedXyz.read(directory.resolve("molecules.xyz"));
    var after = ExtendedXyz.read(directory.resolve("kept.xyz"));
    assertEquals(5, after.size());
    for (int k = 0; k < 5; k++) {
      var s = after.get(k);
      assertEquals("frame" + k, s.info().get("name").text());
      assertEquals(before.get(k).columns().get("tag"), s.columns().get("tag"));
      assertEquals(before.get(k).labels().energy().orElseThrow(), s.info().get("REF_energy").number().orElseThrow());
      assertEquals(new Column.Vectors(before.get(k).labels().forces().orElseThrow()), s.columns().get("REF_forces"));
      assertTrue(s.labels().stress().isEmpty()); // a molecule has none
      double sum = 0;
      for (double atom : ((Column.Reals) s.columns().get("energies")).values()) {
        sum += atom;
      }
      assertEquals(s.labels().energy().orElseThrow(), sum, 1e-9);
    }
  }

  @Test
  void infoTellsAboutModels() {
    String text = run("info", "run").ok().out();
    for (String part : List.of("painn", "features", "cutoff", "parameters", "float32", "validation",
        "forces_mae_mev_per_a", "sha256", "seed", "  H  ", "reference energy")) {
      assertTrue(text.contains(part), () -> part + " is missing: " + text);
    }
  }

  @Test
  void infoTellsAboutData() {
    String text = run("info", "train.xyz").ok().out();
    for (String part : List.of("12", "36", "H2O (12)", "T T T", "'energy'", "'forces', 36 atoms", "'stress'", "name",
        "tag")) {
      assertTrue(text.contains(part), () -> part + " is missing: " + text);
    }
  }

  @Test
  void tooLittleMemoryIsOneLine() {
    TinyData.molecules(directory.resolve("large.xyz"), 100_000);
    new Launcher(directory, Map.of("NOETHER_JAVA_OPTS", "-Xmx48m")).run("train", "large.xyz", "--out", "large")
        .failed(1, "out of memory", "NOETHER_JAVA_OPTS");
  }

  @Test
  void evaluatingWithoutLabelsIsNoSilentZero() {
    TinyData.write(directory.resolve("bare.xyz"), "2\n\nO 0 0 0\nH 1 0 0\n");
    run("evaluate", "run", "bare.xyz", "--json").failed(2, "bare.xyz", "no energies, forces or stresses",
        "--energy-key");
  }

  @Test
  void anElementThatTheModelDoesNotKnow() {
    TinyData.write(directory.resolve("sulfur.xyz"), "2\n\nO 0 0 0\nH 1 0 0\n2\n\nS 0 0 0\nH 1 0 0\n");
    run("predict", "run", "sulfur.xyz", "-o", "none.xyz").failed(2, "sulfur.xyz, frame 2", "S,", "H, O");
    assertFalse(Files.exists(directory.resolve("none.xyz")));
  }

  private static Launcher.Result run(String... arguments) {
    return new Launcher(directory).run(arguments);
  }

  private static double meanDifference(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.abs(a[k] - b[k]);
    }
    return sum / a.length;
  }
}
