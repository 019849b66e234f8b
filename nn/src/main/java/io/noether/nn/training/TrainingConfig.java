package io.noether.nn.training;

import io.noether.autodiff.Precision;
import io.noether.core.InputException;
import io.noether.nn.Architecture;
import io.noether.nn.models.Architectures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides the outcome of a training run besides the data. Immutable.
 *
 * <p>{@link #settings()} lists every hyper-parameter with its value and meaning, {@link #toMap()} gives the same as
 * nested maps (YAML, JSON), and {@link #read} takes such maps back, where whatever is left out has its default.
 *
 * @param model the network
 * @param data labels and validation split
 * @param loss weights of the errors
 * @param optimiser AdamW, clipping, averaging
 * @param schedule learning rate
 * @param budget when to stop
 * @param seed decides the initial weights, the split and the order of structures
 * @param precision what the network computes with; the optimiser always works in double
 */
public record TrainingConfig(Architecture model, DataConfig data, LossWeights loss, OptimiserConfig optimiser,
    ScheduleConfig schedule, BudgetConfig budget, long seed, Precision precision) {

  private static final String ARCHITECTURE = "architecture";
  private static final String DEFAULT_ARCHITECTURE = "painn";

  /** PaiNN with 64 features, 3 interactions, 5 Å, trained for ten minutes. */
  public static TrainingConfig defaults() {
    return read(Map.of(), "defaults");
  }

  /**
   * Reads nested maps as {@link #toMap()} gives them; what is left out has its default.
   *
   * @param source where they come from, for messages
   * @throws InputException naming the source, the section and the setting, if one is unknown or has a wrong value
   */
  public static TrainingConfig read(Map<String, ?> settings, String source) {
    var top = new SettingsReader(source, "", settings);
    var config = new TrainingConfig(model(section(top, source, "model")), DataConfig.read(section(top, source, "data")),
        LossWeights.read(section(top, source, "loss")), OptimiserConfig.read(section(top, source, "optimiser")),
        ScheduleConfig.read(section(top, source, "schedule")), BudgetConfig.read(section(top, source, "budget")),
        top.whole("seed", 1), top.choice("precision", Precision.FLOAT32, Precision.values()));
    top.finish();
    return config;
  }

  /** Every hyper-parameter in the order in which a configuration file has them. */
  public List<Setting> settings() {
    var all = new ArrayList<Setting>();
    all.add(new Setting("", "seed", seed, "decides initial weights, validation split and order of structures"));
    all.add(new Setting("", "precision", Durations.lower(precision), "float32 or float64"));
    all.add(new Setting("model", ARCHITECTURE, model.name(), String.join(" or ", Architectures.names())));
    model.hyperParameters().forEach(
        (name, value) -> all.add(new Setting("model", name, value, model.meanings().getOrDefault(name, ""))));
    all.addAll(data.settings());
    all.addAll(loss.settings());
    all.addAll(optimiser.settings());
    all.addAll(schedule.settings());
    all.addAll(budget.settings());
    return all;
  }

  /** The settings as nested maps: section to name to value. */
  public Map<String, Object> toMap() {
    var map = new LinkedHashMap<String, Object>();
    for (Setting s : settings()) {
      put(map, s.section(), s.name(), s.value());
    }
    return map;
  }

  /**
   * This configuration with one setting changed. Changing {@code model.architecture} takes the new architecture's
   * defaults for the rest of the model. Giving epochs takes the default time limit away, so give them before a time
   * limit.
   *
   * @param key as {@link Setting#key()} gives it, {@code optimiser.learning_rate} say
   * @throws InputException if there is no such setting or the value is wrong
   */
  public TrainingConfig with(String key, Object value) {
    var map = toMap();
    int dot = key.indexOf('.');
    if (key.equals("model." + ARCHITECTURE) && !value.equals(model.name())) {
      map.remove("model");
    }
    if (key.equals("budget.epochs") && budget.epochs() == 0 && budget.equals(BudgetConfig.DEFAULT)) {
      put(map, "budget", "time_limit", "none"); // the default limit is there only for want of another
    }
    put(map, dot < 0 ? "" : key.substring(0, dot), key.substring(dot + 1), value);
    return read(map, "setting " + key);
  }

  /** This configuration for another network, one that the library does not know by name included. */
  public TrainingConfig withModel(Architecture other) {
    return new TrainingConfig(other, data, loss, optimiser, schedule, budget, seed, precision);
  }

  private static Architecture model(SettingsReader r) {
    String name = r.text(ARCHITECTURE, DEFAULT_ARCHITECTURE);
    var changed = new HashMap<String, String>();
    r.all().forEach((key, value) -> changed.put(key, String.valueOf(value)));
    changed.remove(ARCHITECTURE);
    try {
      return Architectures.withDefaults(name, changed);
    } catch (InputException e) {
      throw new InputException(r.where() + ": " + e.getMessage(), e);
    }
  }

  private static SettingsReader section(SettingsReader top, String source, String name) {
    return new SettingsReader(source, name, top.take(name, Map.of()));
  }

  @SuppressWarnings("unchecked") // the maps below were made here
  private static void put(Map<String, Object> map, String section, String name, Object value) {
    var into = section.isEmpty() ? map
        : (Map<String, Object>) map.computeIfAbsent(section, _ -> new LinkedHashMap<String, Object>());
    into.put(name, value);
  }
}
