package io.noether.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.core.InputException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingConfigTest {
  @Test
  void whatIsWrittenReadsBackTheSame() {
    var config = TrainingConfig.defaults().with("loss.stress", 3.5).with("budget.time_limit", "90s")
        .with("model.architecture", "egnn").with("precision", "float64").with("data.forces_key", "f");
    assertEquals(config, TrainingConfig.read(config.toMap(), "again"));
    assertEquals(Precision.FLOAT64, config.precision());
    assertEquals(90, config.budget().timeLimit());
    assertEquals("egnn", config.model().name());
    assertTrue(config.loss().stressRequired());
  }

  @Test
  void everySettingHasAPlaceInTheMap() {
    var map = TrainingConfig.defaults().toMap();
    for (Setting s : TrainingConfig.defaults().settings()) {
      Object section = s.section().isEmpty() ? map : map.get(s.section());
      assertEquals(s.value(), ((Map<?, ?>) section).get(s.name()), s.key());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"painn", "egnn"})
  void everySettingSaysWhatItMeans(String architecture) {
    for (Setting s : TrainingConfig.defaults().with("model.architecture", architecture).settings()) {
      assertTrue(s.meaning().length() > 3, s.key());
      assertTrue(!s.key().equals("model.cutoff") || s.meaning().endsWith("Å"), s.meaning());
    }
  }

  @Test
  void epochsReplaceTheDefaultTimeLimitButNotOneThatWasGiven() {
    assertEquals(600, TrainingConfig.defaults().budget().timeLimit());
    assertEquals(0, TrainingConfig.defaults().with("budget.epochs", 5).budget().timeLimit());
    assertEquals(60,
        TrainingConfig.defaults().with("budget.time_limit", "1m").with("budget.epochs", 5).budget().timeLimit());
    assertEquals(0, TrainingConfig.read(Map.of("budget", Map.of("epochs", 5)), "x").budget().timeLimit());
  }

  @ParameterizedTest
  @CsvSource({"optimiser.lr, 1, learning_rate", "optimiser.learning_rate, fast, number", "loss.energy, -1, from 0",
      "loss.energy, NaN, from 0", "schedule.kind, linear, cosine", "optimiser.amsgrad, maybe, true or false",
      "optimiser.batch_size, 2.5, whole", "budget.time_limit, 10x, 90s", "precision, float16, float32",
      "model.features, many, features", "model.feature, 3, feature", "model.architecture, nequip, painn",
      "sed, 1, seed", "seed, 1.5, whole", "model, 3, expected settings"})
  void refusesWhatIsWrongNamingTheSettingAndWhatMayBe(String key, String value, String expected) {
    var refusal = assertThrows(InputException.class, () -> TrainingConfig.defaults().with(key, value));
    assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(key.substring(key.indexOf('.') + 1)), refusal.getMessage());
  }

  @Test
  void refusesTrainingWithoutEndAndWithoutAim() {
    assertThrows(InputException.class, () -> TrainingConfig.defaults().with("budget.time_limit", "none"));
    assertThrows(InputException.class,
        () -> TrainingConfig.defaults().with("budget.time_limit", Double.POSITIVE_INFINITY));
    assertThrows(InputException.class,
        () -> TrainingConfig.read(Map.of("loss", Map.of("energy", 0, "forces", 0, "stress", 0)), "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"90s", "10m", "2h", "none", "0.5s"})
  void timesReadBack(String text) {
    assertEquals(text, Durations.text(Durations.seconds(text)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 0.1, 59.999, 1234567.125, 3.6e12, 1e9, 1e15, 1e300, Double.MIN_VALUE, Double.MAX_VALUE})
  void everyTimeReadsBackFromItsText(double seconds) {
    assertEquals(seconds, Durations.seconds(Durations.text(seconds)));
  }

  @Test
  void anyTimeReadsBackFromItsText() {
    var random = new Random(1);
    for (int k = 0; k < 10_000; k++) {
      double any = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
      everyTimeReadsBackFromItsText(Double.isFinite(any) ? any : 0);
      everyTimeReadsBackFromItsText(60.0 * random.nextInt(Integer.MAX_VALUE));
      everyTimeReadsBackFromItsText(1e5 * random.nextDouble());
    }
  }

  @Test
  void timesHaveUnits() {
    assertEquals(5400, Durations.seconds("1.5h"));
    assertEquals(12, Durations.seconds("12"));
    for (String bad : new String[] {"", "m", "-1s", "1d", "NaN", "infinity", "1e999s", "1e308h", "e3s"}) {
      assertThrows(IllegalArgumentException.class, () -> Durations.seconds(bad), bad);
    }
  }
}
