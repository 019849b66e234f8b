package io.noether.app.calculate;

import io.noether.core.Units;
import io.noether.nn.training.errors.Deviation;
import io.noether.nn.training.errors.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Errors of several sets of structures as a table. The stress has columns only where something is labelled with it. */
public final class ErrorTable {
  private record Row(String name, Errors errors) {}

  private final List<Row> rows = new ArrayList<>();

  /** Adds the errors of a set of structures. */
  public void row(String name, Errors errors) {
    rows.add(new Row(name, errors));
  }

  @Override
  public String toString() {
    boolean stress = rows.stream().anyMatch(r -> r.errors().stress().isPresent());
    int width = Math.max(10, rows.stream().mapToInt(r -> r.name().length()).max().orElse(0));
    String name = "%-" + width + "s";
    var text = new StringBuilder();
    line(text, name.formatted("") + "              energy, meV/atom     forces, meV/Å"
        + (stress ? "           stress, meV/Å³ and GPa" : ""));
    line(text, name.formatted("") + "  structures      MAE     RMSE      MAE     RMSE"
        + (stress ? "      MAE     RMSE      MAE     RMSE" : ""));
    for (Row row : rows) {
      Errors e = row.errors();
      line(text, name.formatted(row.name()) + "  %,10d".formatted(e.structures()) + pair(e.energy(), 1, "%.3f")
          + pair(e.forces(), 1, "%.2f")
          + (stress ? pair(e.stress(), 1, "%.3f") + pair(e.stress(), 1e-3 * Units.GPA_PER_EV_A3, "%.3f") : ""));
    }
    return text.toString().stripTrailing();
  }

  private static String pair(Optional<Deviation> deviation, double unit, String format) {
    return cell(deviation.map(d -> format.formatted(unit * d.mae())))
        + cell(deviation.map(d -> format.formatted(unit * d.rmse())));
  }

  private static String cell(Optional<String> value) {
    return " %8s".formatted(value.orElse("-"));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
