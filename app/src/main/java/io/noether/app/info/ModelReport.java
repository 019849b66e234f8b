package io.noether.app.info;

import io.noether.nn.inference.TrainedModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** What a model file says about itself, for people. */
final class ModelReport {
  private static final Set<String> TOLD = Set.of("architecture", "precision", "units", "scale", "shift", "elements",
      "reference_energies", "cutoff");

  private final StringBuilder text = new StringBuilder();

  private ModelReport() {}

  static String of(Path path, TrainedModel file) {
    var report = new ModelReport();
    var spec = file.model().spec();
    report.text.append(path).append(": a potential of Noether\n");
    report.line("architecture", spec.architecture().name());
    var meanings = spec.architecture().meanings();
    spec.architecture().hyperParameters().forEach((name, value) -> report.line("  " + name,
        "%-12s %s".formatted(value, meanings.getOrDefault(name, "")).stripTrailing()));
    report.line("parameters", "%,d".formatted(file.parameters().values().length));
    report.line("precision", file.precision().name().toLowerCase(Locale.ROOT));
    report.line("units", file.metadata().getOrDefault("units", "Å, eV"));
    report.line("scale, shift", "%.6g eV, %.6g eV/atom".formatted(spec.scale(), spec.shift()));
    report.line("elements", "reference energy, eV");
    for (int k = 0; k < spec.elements().size(); k++) {
      report.line("  " + spec.elements().get(k), Double.toString(spec.referenceEnergies()[k]));
    }
    report.group(file, "source.", "imported from");
    report.group(file, "validation.", "validation");
    report.group(file, "data.", "data");
    report.group(file, "training.", "training");
    report.others(file);
    return report.text.toString().stripTrailing();
  }

  private void group(TrainedModel file, String prefix, String title) {
    var entries = new TreeMap<>(file.metadata());
    entries.keySet().removeIf(key -> !key.startsWith(prefix));
    if (!entries.isEmpty()) {
      text.append(title).append('\n');
      entries.forEach((key, value) -> line("  " + key.substring(prefix.length()), value));
    }
  }

  /** All other metadata of the file. */
  private void others(TrainedModel file) {
    file.metadata().forEach((key, value) -> {
      boolean grouped = key.startsWith("validation.") || key.startsWith("data.") || key.startsWith("training.")
          || key.startsWith("model.") || key.startsWith("source.");
      if (!grouped && !TOLD.contains(key)) {
        line(key, value);
      }
    });
  }

  private void line(String name, String value) {
    text.append("%-32s %s\n".formatted(name, value));
  }
}
