package io.noether.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.app.TinyData;
import io.noether.nn.training.TrainingConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations as files. */
class ConfigFileTest {
  @TempDir
  private Path directory = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "model:\n  # features: 3\n", "---\nseed: 1\n"})
  void whatIsLeftOutHasItsDefault(String yaml) {
    assertEquals(TrainingConfig.defaults().settings(), read(yaml).settings());
  }

  @Test
  void valuesAreReadAsTheyStand() {
    var config = read(
        "optimiser: {learning_rate: 3e-4, amsgrad: true}\ndata: {energy_key: no}\nbudget: {time_limit: 1.5h}\n");
    assertEquals(3e-4, config.optimiser().learningRate());
    assertTrue(config.optimiser().amsgrad());
    assertEquals("no", config.data().energyKey().orElseThrow());
    assertEquals(5400, config.budget().timeLimit());
  }

  @Test
  void aPrintedConfigurationIsReadBack() {
    var config = TrainingConfig.defaults().with("model.architecture", "egnn").with("model.features", "32")
        .with("data.energy_key", "it's: #1").with("budget.epochs", "5").with("loss.stress", "3");
    assertEquals(config.settings(), read(ConfigText.of(config)).settings());
  }

  private TrainingConfig read(String yaml) {
    return ConfigFile.read(TinyData.write(directory.resolve("run.yaml"), yaml));
  }
}
