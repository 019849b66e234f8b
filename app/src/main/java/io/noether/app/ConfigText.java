package io.noether.app;

import io.noether.nn.training.Setting;
import io.noether.nn.training.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration as YAML in which every line says what it means. {@link ConfigFile} reads it. */
final class ConfigText {
  private static final int COMMENT_COLUMN = 32;

  private ConfigText() {}

  static String of(TrainingConfig config) {
    var defaults = TrainingConfig.defaults().with("model.architecture", config.model().name()).settings();
    var lines = new ArrayList<>(List.of(
        "# Settings of `noether train`, for --config FILE.yaml. What is left out has its default."));
    String section = "";
    for (Setting s : config.settings()) {
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
    String meaning = s.meaning().isEmpty() ? modelMeaning(s.name()) : s.meaning();
    String standard = defaults.stream().filter(d -> d.key().equals(s.key())).map(d -> scalar(d.value())).findFirst()
        .map(value -> (meaning.isEmpty() ? "" : "; ") + "default " + value).orElse("");
    return entry + " ".repeat(Math.max(1, COMMENT_COLUMN - entry.length())) + "# " + meaning + standard;
  }

  private static String scalar(Object value) {
    String text = String.valueOf(value);
    return text.matches("[A-Za-z0-9_.+-]+") ? text : "'" + text.replace("'", "''") + "'";
  }

  private static String modelMeaning(String name) {
    return switch (name) {
      case "features" -> "channels of the atoms' features";
      case "interactions" -> "layers of message passing";
      case "radial_functions" -> "functions that a distance is expanded in";
      case "cutoff" -> "distance up to which atoms are neighbours, Å";
      case "radial_basis" -> "gaussian or bessel";
      case "cutoff_function" -> "cosine, or polynomial-p with p from 2: how neighbours fade out at the cutoff";
      default -> "";
    };
  }
}
