package io.noether.nn.training.settings;

import io.noether.autodiff.Precision;
import io.noether.core.InputException;
import io.noether.nn.models.Architectures;
import io.noether.nn.training.TrainingConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes training configurations as settings and reads them. A setting's key is {@code section.name}, or a name alone at
 * the top.
 *
 * @param architectures the networks that {@code model.architecture} may name
 */
public record TrainingSettings(Architectures architectures) {
  private static final String ARCHITECTURE = "architecture";

  /** For the architectures of this library. */
  public static TrainingSettings standard() {
    return new TrainingSettings(Architectures.standard());
  }

  /** Every setting in the order in which a configuration file has them. */
  public List<Setting> list(TrainingConfig config) {
    var all = new ArrayList<Setting>();
    all.add(new Setting("", "seed", config.seed(),
        "decides initial weights, validation split and order of structures"));
    all.add(new Setting("", "precision", SettingsReader.lower(config.precision()), "float32 or float64"));
    var model = config.model();
    all.add(new Setting("model", ARCHITECTURE, model.name(), String.join(" or ", architectures.names())));
    var meanings = model.meanings();
    model.hyperParameters()
        .forEach((name, value) -> all.add(new Setting("model", name, value, meanings.getOrDefault(name, ""))));
    for (Section section : Section.values()) {
      all.addAll(section.list(config));
    }
    return all;
  }

  /**
   * Reads settings; what is left out has its default.
   *
   * @param settings values by key, as {@link Setting#key()} gives it: text, numbers or booleans
   * @param source where they come from, for messages
   * @throws InputException naming the source, the section and the setting, if one is unknown or has a wrong value
   */
  public TrainingConfig read(Map<String, ?> settings, String source) {
    var sections = new HashMap<String, Map<String, Object>>();
    settings.forEach((key, value) -> {
      int dot = key.indexOf('.');
      sections.computeIfAbsent(dot < 0 ? "" : key.substring(0, dot), _ -> new HashMap<>())
          .put(key.substring(dot + 1), value);
    });
    var top = sections.getOrDefault("", Map.of());
    for (String section : sections.keySet()) {
      if (!section.isEmpty() && !isSection(section)) {
        throw new InputException(source + ": there is no section '" + section + "'; known: " + sectionNames());
      }
    }
    var config = withTop(TrainingConfig.DEFAULT, new SettingsReader(source, "", top));
    config = withModel(config, source, new LinkedHashMap<>(sections.getOrDefault("model", Map.of())));
    for (Section section : Section.values()) {
      var values = sections.getOrDefault(section.toString(), Map.of());
      config = section.read(config, new SettingsReader(source, section.toString(), values));
    }
    return config;
  }

  /**
   * A configuration with one setting changed; everything else stays as it is. Changing {@code model.architecture} takes
   * the new architecture's defaults for the rest of the model. Giving epochs or steps takes the default time limit away, so give
   * them before a time limit.
   *
   * @param key as {@link Setting#key()} gives it, {@code optimiser.learning_rate} say
   * @throws InputException if there is no such setting or the value is wrong
   */
  public TrainingConfig with(TrainingConfig config, String key, Object value) {
    String source = "setting " + key;
    int dot = key.indexOf('.');
    String section = dot < 0 ? "" : key.substring(0, dot);
    String name = key.substring(dot + 1);
    if (section.isEmpty() && isSection(name)) {
      throw new InputException(
          source + ", section '" + name + "': expected settings as 'name: value', not '" + value + "'");
    }
    if (section.equals("model")) {
      return withModel(config, source, new HashMap<>(Map.of(name, value)));
    }
    var reader = new SettingsReader(source, section, Map.of(name, value));
    if (section.isEmpty()) {
      return withTop(config, reader);
    }
    for (Section known : Section.values()) {
      if (known.toString().equals(section)) {
        return known.read(config, reader);
      }
    }
    throw new InputException(source + ": there is no section '" + section + "'; known: " + sectionNames());
  }

  private static TrainingConfig withTop(TrainingConfig config, SettingsReader top) {
    var changed = config.withSeed(top.whole("seed", config.seed()))
        .withPrecision(top.choice("precision", config.precision(), Precision.values()));
    top.finish();
    return changed;
  }

  /** Hyper-parameters that are not given stay as they are, unless the architecture changes. */
  private TrainingConfig withModel(TrainingConfig config, String source, Map<String, Object> changed) {
    String name = String.valueOf(changed.getOrDefault(ARCHITECTURE, config.model().name()));
    changed.remove(ARCHITECTURE);
    var texts = new HashMap<String, String>();
    changed.forEach((key, value) -> texts.put(key, String.valueOf(value)));
    try {
      return config.withModel(name.equals(config.model().name()) ? architectures.withChanged(config.model(), texts)
          : architectures.withDefaults(name, texts));
    } catch (InputException e) {
      throw new InputException(source + ", section 'model': " + e.getMessage(), e);
    }
  }

  private static boolean isSection(String name) {
    return sectionNames().contains(name);
  }

  private static List<String> sectionNames() {
    var names = new ArrayList<>(List.of("model"));
    for (Section section : Section.values()) {
      names.add(section.toString());
    }
    return names;
  }
}
