package io.noether.app.train;

import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.settings.Setting;
import io.noether.nn.training.settings.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration as YAML in which every line says what it means. {@link ConfigFile} reads it. */
final class ConfigText {
  private static final int COMMENT_COLUMN = 32;

  private ConfigText() {}

  static String of(TrainingConfig config) {
    var settings = TrainingSettings.standard();
    var defaults = settings.list(settings.with(TrainingConfig.DEFAULT, "model.architecture", config.model().name()));
    var lines = new ArrayList<>(List.of(
        "# Settings of `noether train`, for --config FILE.yaml. What is left out has its default."));
    String section = "";
    for (Setting s : settings.list(config)) {
      if (!s.section().equals(section)) {
        section = s.section();
        lines.add("");
        lines.add(section + ":");
      }
      lines.add(line(s, defaults));
    }
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Setting s, List<Setting> defaults) {
    String entry = (s.section().isEmpty() ? "" : "  ") + s.name() + ": " + scalar(s.value());
    String standard = defaults.stream().filter(d -> d.key().equals(s.key())).map(d -> scalar(d.value())).findFirst()
        .map(value -> (s.meaning().isEmpty() ? "" : "; ") + "default " + value).orElse("");
    return entry + " ".repeat(Math.max(1, COMMENT_COLUMN - entry.length())) + "# " + s.meaning() + standard;
  }

  private static String scalar(Object value) {
    String text = String.valueOf(value);
    return text.matches("[A-Za-z0-9_.+-]+") ? text : "'" + text.replace("'", "''") + "'";
  }
}
