package io.noether.core.io;

import io.noether.core.Column;
import io.noether.core.Field;
import io.noether.core.Labels;
import io.noether.core.Structure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One structure as extended XYZ. */
final class ExtendedXyzFrame {
  private static final Set<String> TAKEN =
      Set.of("Lattice", "Properties", "pbc", "species", "pos", "energy", "forces", "stress");

  private ExtendedXyzFrame() {}

  static void append(Appendable out, Structure structure) throws IOException {
    var columns = columns(structure);
    out.append(Integer.toString(structure.size())).append('\n');
    out.append(comment(structure, columns)).append('\n');
    for (int atom = 0; atom < structure.size(); atom++) {
      out.append(structure.element(atom).symbol());
      for (var column : columns.values()) {
        for (int k = 0; k < column.width(); k++) {
          out.append(' ').append(word(column, atom, k));
        }
      }
      out.append('\n');
    }
  }

  private static Map<String, Column> columns(Structure structure) {
    var columns = new LinkedHashMap<String, Column>();
    columns.put("pos", new Column.Vectors(structure.positions()));
    structure.labels().forces().ifPresent(forces -> columns.put("forces", new Column.Vectors(forces)));
    structure.columns().forEach((name, column) -> columns.put(free(name), column));
    return columns;
  }

  private static String comment(Structure structure, Map<String, Column> columns) {
    var pairs = new ArrayList<String>();
    var cell = structure.cell();
    if (cell.hasLattice()) {
      pairs.add("Lattice=\"" + Field.of(cell.vectors()) + '"');
    }
    pairs.add("Properties=species:S:1" + columns.entrySet().stream()
        .map(e -> ":" + e.getKey() + ":" + type(e.getValue()) + ":" + e.getValue().width())
        .collect(Collectors.joining()));
    addLabels(structure.labels(), pairs);
    structure.info().forEach((key, value) -> pairs.add(CommentLine.format(free(key), value)));
    pairs.add("pbc=\"" + cell.periodicity() + '"');
    return String.join(" ", pairs);
  }

  private static void addLabels(Labels labels, List<String> pairs) {
    labels.energy().ifPresent(energy -> pairs.add("energy=" + energy));
    labels.stress().ifPresent(stress -> pairs.add("stress=\"" + Field.of(stress) + '"'));
  }

  private static String free(String name) {
    return TAKEN.contains(name) ? "original_" + name : name;
  }

  private static String flag(boolean value) {
    return value ? "T" : "F";
  }

  private static char type(Column column) {
    return switch (column) {
      case Column.Vectors _, Column.Reals _ -> 'R';
      case Column.Integers _ -> 'I';
      case Column.Logicals _ -> 'L';
      case Column.Words _ -> 'S';
    };
  }

  private static String word(Column column, int atom, int k) {
    return switch (column) {
      case Column.Vectors vectors -> Double.toString(vectors.get(atom, k));
      case Column.Reals reals -> Double.toString(reals.get(atom, k));
      case Column.Integers integers -> Long.toString(integers.get(atom, k));
      case Column.Logicals logicals -> flag(logicals.get(atom, k));
      case Column.Words words -> words.get(atom, k);
    };
  }
}
