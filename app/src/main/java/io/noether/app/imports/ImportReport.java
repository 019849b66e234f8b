package io.noether.app.imports;

import io.noether.core.Element;
import io.noether.imports.ImportedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an import has made, for people. */
final class ImportReport {
  private static final int MOST_ELEMENTS = 12;

  private final StringBuilder text = new StringBuilder();

  private ImportReport() {}

  static String of(Path path, ImportedModel model) {
    var report = new ImportReport();
    var spec = model.spec();
    var from = model.provenance();
    report.text.append("%s: %s of %s\n".formatted(path, from.getOrDefault("source.model", "a model"),
        from.getOrDefault("source.package", "another package")));
    report.line("architecture", spec.architecture().name() + spec.architecture().hyperParameters().entrySet().stream()
        .filter(e -> !e.getKey().equals("cutoff")).map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", ", " (", ")")));
    report.line("parameters", "%,d, %s".formatted(model.parameters().values().length,
        model.precision().name().toLowerCase(Locale.ROOT)));
    report.line("elements", elements(spec.elements()));
    report.line("cutoff", spec.architecture().cutoff() + " Å");
    report.line("units there", from.getOrDefault("source.units", ""));
    report.line("licence", from.getOrDefault("source.licence", ""));
    return report.text.append("next: ./noether predict %s STRUCTURES.xyz -o LABELLED.extxyz".formatted(path))
        .toString();
  }

  private static String elements(List<Element> all) {
    String first = all.stream().limit(MOST_ELEMENTS).map(Element::symbol).collect(Collectors.joining(" "));
    return all.size() <= MOST_ELEMENTS ? first
        : "%d: %s … %s".formatted(all.size(), first, all.getLast().symbol());
  }

  private void line(String name, String value) {
    text.append("  %-14s %s\n".formatted(name, value));
  }
}
