package io.noether.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.app.TinyData;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.settings.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations as files. */
class ConfigFileTest {
  private static final TrainingSettings SETTINGS = TrainingSettings.standard();

  @TempDir
  private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "model:\n  # features: 3\n", "---\nseed: 1\n"})
  void whatIsLeftOutHasItsDefault(String yaml) {
    assertEquals(TrainingConfig.DEFAULT, read(yaml));
  }

  @Test
  void valuesAreReadAsTheyStand() {
    var config = read(
        "optimiser: {learning_rate: 3e-4, amsgrad: true}\ndata: {energy_key: no}\nbudget: {time_limit: 1.5h}\n");
    assertEquals(3e-4, config.optimiser().learningRate());
    assertTrue(config.optimiser().amsgrad());
    assertEquals("no", config.data().labelKeys().energy().orElseThrow());
    assertEquals(5400, config.budget().seconds());
  }

  @Test
  void aPrintedConfigurationIsReadBack() {
    var config = TrainingConfig.DEFAULT;
    for (String change : List.of("model.architecture=egnn", "model.features=32", "data.energy_key=it's: #1",
        "budget.epochs=5", "loss.stress=3")) {
      String[] parts = change.split("=");
      config = SETTINGS.with(config, parts[0], parts[1]);
    }
    assertEquals(config, read(ConfigText.of(config)));
  }

  private TrainingConfig read(String yaml) {
    return ConfigFile.read(TinyData.write(directory.resolve("run.yaml"), yaml));
  }
}
