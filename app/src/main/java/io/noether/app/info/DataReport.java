package io.noether.app.info;

import io.noether.core.Element;
import io.noether.core.Structure;
import io.noether.core.io.StructureStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is in a file of structures, for people; read in one pass. */
final class DataReport {
  private static final int FORMULAS_SHOWN = 5;

  private final Map<Element, Long> elements = new EnumMap<>(Element.class);
  private final Map<String, Integer> formulas = new HashMap<>();
  private final TreeSet<String> fields = new TreeSet<>();
  private final TreeMap<String, Integer> periodicities = new TreeMap<>();
  private final Range sizes = new Range();
  private final Range energies = new Range();
  private final Range forces = new Range();
  private final Range stresses = new Range();
  private final Range volumes = new Range();
  private final StringBuilder text = new StringBuilder();

  private DataReport() {}

  static String of(Path path, StructureStream stream) {
    var report = new DataReport();
    stream.forEachRemaining(report::add);
    report.write(path, stream);
    return report.text.toString().stripTrailing();
  }

  private void add(Structure s) {
    sizes.add(s.size());
    var composition = new EnumMap<Element, Long>(Element.class);
    for (int i = 0; i < s.size(); i++) {
      composition.merge(s.element(i), 1L, Long::sum);
    }
    composition.forEach((element, count) -> elements.merge(element, count, Long::sum));
    formulas.merge(formula(composition), 1, Integer::sum);
    periodicities.merge(s.periodicity().any() ? "periodic " + s.periodicity() : "not periodic", 1, Integer::sum);
    if (s.periodicity().all()) {
      volumes.add(s.cell().volume() / s.size());
    }
    s.labels().energy().ifPresent(e -> energies.add(e / s.size()));
    s.labels().forces().ifPresent(all -> {
      for (int k = 0; k < all.length; k += 3) {
        forces.add(Math.sqrt(all[k] * all[k] + all[k + 1] * all[k + 1] + all[k + 2] * all[k + 2]));
      }
    });
    s.labels().stress().ifPresent(t -> stresses.add((t[0] + t[4] + t[8]) / 3));
    fields.addAll(s.info().keySet());
    fields.addAll(s.columns().keySet());
  }

  /** As Hill (1900) orders it: with carbon, carbon and hydrogen first; then by symbol. */
  private static String formula(Map<Element, Long> composition) {
    boolean organic = composition.containsKey(Element.C);
    var order = Comparator.comparing((Element e) -> !organic || e != Element.C)
        .thenComparing(e -> !organic || e != Element.H).thenComparing(Element::symbol);
    return composition.entrySet().stream().sorted(Map.Entry.comparingByKey(order))
        .map(e -> e.getKey().symbol() + (e.getValue() == 1 ? "" : e.getValue())).collect(Collectors.joining());
  }

  private void write(Path path, StructureStream stream) {
    var found = stream.found();
    text.append(path).append('\n');
    line("structures", "%,d".formatted(sizes.count));
    line("atoms", "%,d; %,.0f to %,.0f in a structure".formatted(elements.values().stream().mapToLong(n -> n).sum(),
        sizes.least, sizes.most));
    line("elements", elements.entrySet().stream().map(e -> "%s %,d".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", ")));
    line("compositions", compositions());
    line("periodicity", periodicities.entrySet().stream().map(e -> "%,d %s".formatted(e.getValue(), e.getKey()))
        .collect(Collectors.joining(", ")));
    range("volume, Å³/atom", "", volumes);
    range("energy, eV/atom", found.energy().orElse("none found"), energies);
    range("forces (length), eV/Å", found.forces().orElse("none found"), forces);
    range("mean normal stress, eV/Å³", found.stress().orElse("none found"), stresses);
    if (!fields.isEmpty()) {
      line("other fields", String.join(", ", fields));
    }
  }

  private String compositions() {
    String most = formulas.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .limit(FORMULAS_SHOWN).map(e -> "%s (%,d)".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
    int more = formulas.size() - FORMULAS_SHOWN;
    return most + (more > 0 ? " and %,d more".formatted(more) : "");
  }

  private void range(String name, String key, Range range) {
    if (range.count > 0) {
      String labelled = key.isEmpty() ? "" : "; '%s', %,d %s".formatted(key, range.count,
          name.startsWith("forces") ? "atoms" : "structures");
      line(name, "%.6g to %.6g, mean %.6g%s".formatted(range.least, range.most, range.sum / range.count, labelled));
    } else if (!key.isEmpty()) {
      line(name, "none found");
    }
  }

  private void line(String name, String value) {
    text.append("  %-26s %s\n".formatted(name, value));
  }

  private static final class Range {
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double sum;
    private long count;

    void add(double value) {
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value;
      count++;
    }
  }
}
