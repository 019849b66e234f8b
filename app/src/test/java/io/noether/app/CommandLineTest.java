package io.noether.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.app.console.Console;
import io.noether.app.console.Failures;
import io.noether.autodiff.optim.DivergedException;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.settings.TrainingSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Options and configuration files, within this JVM. */
class CommandLineTest {
  private static final TrainingSettings SETTINGS = TrainingSettings.standard();

  @TempDir
  private Path directory = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(
      strings = {"", "nonsense", "train --featurs 3", "train --epochs", "train --threads none", "train --threads 0",
          "train --precision float16", "train --features 7", "train --model nn", "train --epochs -1", "train --seed x",
          "train --time-limit soon", "train --time-limit none", "train --set model.feature=3", "train --set nothing",
          "evaluate", "evaluate x", "predict x y", "md", "md x y", "md x y -o z --steps 1", "info",
          "train --resume nowhere"})
  void wrongUsageIsOneLine(String arguments) {
    assertEquals(2, run(arguments.isEmpty() ? new String[0] : arguments.split(" ")), arguments);
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().startsWith("noether: "), errors());
  }

  @Test
  void divergedTrainingIsOneLineAndNobodysBadInput() {
    assertEquals(1, new Failures(console()).report(new DivergedException("training diverged at step 50")));
    assertEquals("noether: training diverged at step 50\n", errors());
  }

  @ParameterizedTest
  @CsvSource({"optimiser: {lerning_rate: 1}, learning_rate", "learning_rate: 1, optimiser.learning_rate",
      "model: {feature: 3}, model.features", "seeds: 1, 'seed'", "bugdet: {epochs: 1}, budget.epochs"})
  void aMisspeltSettingIsNamedWithTheNearest(String yaml, String nearest) {
    var file = TinyData.write(directory.resolve("run.yaml"), "# a comment\n" + yaml + "\n");
    assertEquals(2, run("train", "--config", file.toString(), "--print-config"));
    assertTrue(errors().contains("run.yaml, line 2") && errors().contains(nearest), errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"seed: [1, 2]", "- 1", "model: {features: 8", "seed: 1\nseed: 2", "model: {features: {a: 1}}", "'",
          "seed: &a 1\nmodel: *a", "\u0000"})
  void whatIsNoConfigurationIsOneLine(String yaml) {
    var file = TinyData.write(directory.resolve("run.yaml"), yaml);
    assertEquals(2, run("train", "--config", file.toString(), "--print-config"), yaml);
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().contains("run.yaml"), errors());
  }

  @Test
  void everySettingIsPrintedWithItsMeaningAndDefault() {
    assertEquals(0, run("train", "--print-config", "--features", "32"));
    String text = out.toString(StandardCharsets.UTF_8);
    var settings = text.lines().filter(line -> !line.isBlank() && !line.endsWith(":") && !line.startsWith("#"))
        .toList();
    assertEquals(SETTINGS.list(TrainingConfig.DEFAULT).size(), settings.size());
    for (String line : settings) {
      assertTrue(line.matches(" *[a-z0-9_]+: .+# .{3,}; default .+"), line);
    }
    assertTrue(text.contains("features: 32") && text.contains("default 64"), text);
  }

  /** Of 12 structures, 3 are held out: they have a row of their own. */
  @Test
  void theRowOfTrainingDataLeavesOutWhatIsHeldOut() throws IOException {
    var data = TinyData.crystals(directory.resolve("train.xyz"), 12);
    var arguments = new ArrayList<>(List.of("train", data.toString(), "--epochs", "1", "--out",
        directory.resolve("run").toString(), "--threads", "1", "--set", "data.validation_fraction=0.25"));
    arguments.addAll(TinyData.SMALL);
    assertEquals(0, run(arguments.toArray(String[]::new)), errors());
    String table = out.toString(StandardCharsets.UTF_8);
    assertTrue(table.lines().anyMatch(line -> line.matches("training data +9 .*")), table);
    assertTrue(table.lines().anyMatch(line -> line.matches("validation +3 .*")), table);
    for (String picture : new String[] {"learning-curve.png", "parity.png"}) {
      assertTrue(ImageIO.read(directory.resolve("run").resolve(picture).toFile()).getWidth() > 600, picture);
    }

    assertEquals(0, run("info", directory.resolve("run").toString()), errors());
    String info = out.toString(StandardCharsets.UTF_8);
    assertTrue(info.lines().anyMatch(line -> line.matches("  cutoff +5.0 .*, Å")), info);
  }

  private int run(String... arguments) {
    return Main.commandLine(console()).execute(arguments);
  }

  private Console console() {
    return new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), false);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
