package io.noether.nn.training.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.core.InputException;
import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.layers.Features;
import io.noether.nn.models.ArchitectureReader;
import io.noether.nn.models.Architectures;
import io.noether.nn.training.TrainingConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingSettingsTest {
  private record Mine(int size) implements Architecture {
    @Override
    public String name() {
      return "mine";
    }

    @Override
    public double cutoff() {
      return 3;
    }

    @Override
    public Map<String, String> hyperParameters() {
      return Map.of("size", Integer.toString(size));
    }

    @Override
    public Features atomicEnergies(AtomicGraph batch) {
      throw new UnsupportedOperationException("nobody builds it here");
    }
  }

  private static final TrainingSettings SETTINGS = TrainingSettings.standard();

  private static TrainingConfig with(TrainingConfig config, String key, Object value) {
    return SETTINGS.with(config, key, value);
  }

  private static TrainingConfig with(String key, Object value) {
    return with(TrainingConfig.DEFAULT, key, value);
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    var config = TrainingConfig.DEFAULT;
    for (var change : List.of(Map.entry("loss.stress", 3.5), Map.entry("budget.time_limit", "90s"),
        Map.entry("model.architecture", "egnn"), Map.entry("precision", "float64"),
        Map.entry("data.forces_key", "f"), Map.entry("optimiser.batch_size", "7"), Map.entry("budget.steps", 9),
        Map.entry("schedule.kind", "plateau"), Map.entry("optimiser.amsgrad", true))) {
      config = with(config, change.getKey(), change.getValue());
    }
    var typed = new LinkedHashMap<String, Object>();
    var texts = new LinkedHashMap<String, Object>();
    for (Setting s : SETTINGS.list(config)) {
      typed.put(s.key(), s.value());
      texts.put(s.key(), String.valueOf(s.value()));
    }
    assertEquals(config, SETTINGS.read(typed, "again"));
    assertEquals(config, SETTINGS.read(texts, "again"));
    assertEquals(Precision.FLOAT64, config.precision());
    assertEquals(90, config.budget().seconds());
    assertEquals(7, config.batchSize());
    assertEquals("egnn", config.model().name());
    assertTrue(config.loss().stressRequired());
  }

  @Test
  void defaultsAreThoseOfTheConfiguration() {
    assertEquals(TrainingConfig.DEFAULT, SETTINGS.read(Map.of(), "nothing"));
  }

  @Test
  void aNetworkThatNobodyKnowsByNameStaysWhenOtherSettingsChange() {
    var before = with(TrainingConfig.DEFAULT.withModel(new Mine(7)), "budget.epochs", 20);
    var after = with("budget.epochs", 20).withModel(new Mine(7));
    assertEquals(after, before);
    assertEquals(new Mine(7), before.model());
    assertThrows(InputException.class, () -> with(before, "model.size", 3));
    var known = new TrainingSettings(
        Architectures.standard().with(new ArchitectureReader(new Mine(2), h -> new Mine(h.integer("size")))));
    assertEquals(new Mine(3), known.with(before, "model.size", 3).model());
    assertEquals(new Mine(2), known.with(TrainingConfig.DEFAULT, "model.architecture", "mine").model());
    assertEquals(new Mine(5), known.read(Map.of("model.architecture", "mine", "model.size", "5"), "x").model());
  }

  @ParameterizedTest
  @ValueSource(strings = {"painn", "egnn"})
  void everySettingSaysWhatItMeans(String architecture) {
    for (Setting s : SETTINGS.list(with("model.architecture", architecture))) {
      assertTrue(s.meaning().length() > 3, s.key());
      assertTrue(!s.key().equals("model.cutoff") || s.meaning().endsWith("Å"), s.meaning());
    }
  }

  @Test
  void epochsReplaceTheDefaultTimeLimitButNotOneThatWasGiven() {
    assertEquals(600, TrainingConfig.DEFAULT.budget().seconds());
    assertEquals(0, with("budget.epochs", 5).budget().seconds());
    assertEquals(60, with(with("budget.time_limit", "1m"), "budget.epochs", 5).budget().seconds());
    assertEquals(0, SETTINGS.read(Map.of("budget.epochs", 5), "x").budget().seconds());
  }

  @ParameterizedTest
  @CsvSource({"optimiser.lr, 1, learning_rate", "optimiser.learning_rate, fast, number", "loss.energy, -1, from 0",
      "loss.energy, NaN, from 0", "schedule.kind, linear, cosine", "optimiser.amsgrad, maybe, true or false",
      "optimiser.batch_size, 2.5, whole", "budget.time_limit, 10x, 90s", "precision, float16, float32",
      "model.features, many, features", "model.feature, 3, feature", "model.architecture, nequip, painn",
      "sed, 1, seed", "seed, 1.5, whole", "model, 3, expected settings"})
  void refusesWhatIsWrongNamingTheSettingAndWhatMayBe(String key, String value, String expected) {
    var refusal = assertThrows(InputException.class, () -> with(key, value));
    assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(key.substring(key.indexOf('.') + 1)), refusal.getMessage());
  }

  @Test
  void refusesTrainingWithoutEndAndWithoutAim() {
    assertThrows(InputException.class, () -> with("budget.time_limit", "none"));
    assertThrows(InputException.class,
        () -> with("budget.time_limit", Double.POSITIVE_INFINITY));
    assertThrows(InputException.class,
        () -> SETTINGS.read(Map.of("loss.energy", 0, "loss.forces", 0, "loss.stress", 0), "x"));
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
