package io.noether.core.io;

import io.noether.core.Cell;
import io.noether.core.Column;
import io.noether.core.Element;
import io.noether.core.Field;
import io.noether.core.InputException;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.StringTokenizer;

/** Extended XYZ, frame by frame; plain XYZ is the case without Properties. */
final class ExtendedXyzReader implements StructureStream {
  private static final List<String> SPECIES = List.of("species", "element", "elements", "symbols", "Z", "numbers");
  private static final List<String> POSITIONS = List.of("pos", "positions");

  private final Lines lines;
  private final LabelFinder finder;
  private Optional<String> countLine = Optional.empty();
  private boolean looked;
  private int frames;

  ExtendedXyzReader(Path path, LabelKeys wished) {
    this.lines = new Lines(path);
    this.finder = new LabelFinder(wished);
  }

  @Override
  public LabelKeys found() {
    return finder.found();
  }

  @Override
  public void close() {
    lines.close();
  }

  @Override
  public boolean hasNext() {
    if (!looked) {
      looked = true;
      do {
        countLine = lines.next();
      } while (countLine.isPresent() && countLine.get().isBlank());
      if (countLine.isEmpty()) {
        finish();
      }
    }
    return countLine.isPresent();
  }

  private void finish() {
    if (frames == 0) {
      throw new InputException(lines.path() + ": is empty; a structure begins with its number of atoms");
    }
    try {
      finder.requireWishes();
    } catch (InputException e) {
      throw new InputException(lines.path() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Structure next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no structure is left in " + lines.path());
    }
    looked = false;
    frames++;
    int start = lines.number();
    int atoms = atoms(countLine.orElseThrow().strip());
    String comment = lines.require("the comment line of a structure");
    var info = info(comment);
    var layout = layout(info);
    var cell = cell(info);
    var columns = columns(layout, atoms);
    var numbers = atomicNumbers(columns, start);
    var positions = positions(columns, start);
    try {
      var labels = finder.take(info, columns, cell);
      return Structure.of(numbers, positions, cell)
          .withSource(lines.path() + ", frame " + frames + " (line " + start + ")")
          .withLabels(labels)
          .withInfo(info)
          .withColumns(columns);
    } catch (InputException e) {
      throw lines.errorAt(start + 1, e);
    }
  }

  private int atoms(String text) {
    int atoms;
    try {
      atoms = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw lines.error(NumberText.quoted(text) + " is where a structure's number of atoms should be"
          + (frames > 1 ? "; is the number of atoms before it right?" : "; is this an XYZ file?"));
    }
    if (atoms <= 0) {
      throw lines.error("a structure with " + atoms + " atoms; leave it out");
    }
    return atoms;
  }

  private Map<String, Field> info(String comment) {
    try {
      var info = CommentLine.parse(comment);
      boolean pairs = comment.indexOf('=') >= 0;
      return pairs || comment.isBlank() ? info : proseOnly(comment);
    } catch (IllegalArgumentException e) {
      if (comment.contains("Properties=") || comment.contains("Lattice=")) {
        throw lines.error(e.getMessage() + "; correct the comment line");
      }
      return proseOnly(comment);
    }
  }

  /** The second line of plain XYZ may say anything. */
  private static Map<String, Field> proseOnly(String comment) {
    var info = new LinkedHashMap<String, Field>();
    info.put("comment", Field.of(comment.strip()));
    return info;
  }

  private Layout layout(Map<String, Field> info) {
    var properties = Optional.ofNullable(info.remove("Properties"));
    try {
      return Layout.parse(properties.map(Field::text).orElse(Layout.PLAIN));
    } catch (IllegalArgumentException e) {
      throw lines.error(String.valueOf(e.getMessage()));
    }
  }

  private Cell cell(Map<String, Field> info) {
    var lattice = Optional.ofNullable(info.remove("Lattice"));
    var pbc = Optional.ofNullable(info.remove("pbc"));
    var periodicity = pbc.map(field -> periodicity(field.text()))
        .orElse(lattice.isPresent() ? Periodicity.ALL : Periodicity.NONE);
    if (lattice.isEmpty()) {
      if (periodicity.any()) {
        throw lines.error("pbc=\"" + periodicity + "\" without a Lattice; add it or drop pbc");
      }
      return Cell.isolated();
    }
    double[] vectors;
    try {
      vectors = NumberText.reals(lattice.get().text());
    } catch (NumberFormatException e) {
      throw lines
          .error("Lattice has " + NumberText.quoted(String.valueOf(e.getMessage())) + " where a number should be");
    }
    if (vectors.length != 9) {
      throw lines.error("Lattice has " + vectors.length + " numbers instead of 9 (vectors a, b, c)");
    }
    try {
      return Cell.of(vectors, periodicity);
    } catch (InputException e) {
      throw lines.errorAt(lines.number(), e);
    }
  }

  private Periodicity periodicity(String text) {
    String[] words = NumberText.words(text);
    if (words.length != 1 && words.length != 3) {
      throw lines.error("pbc has " + words.length + " values instead of 3, such as pbc=\"T T F\"");
    }
    try {
      return new Periodicity(NumberText.logical(words[0]), NumberText.logical(words[words.length / 2]),
          NumberText.logical(words[words.length - 1]));
    } catch (NumberFormatException e) {
      throw lines.error("pbc is " + NumberText.quoted(text) + ", which is not made of T and F");
    }
  }

  private Map<String, Column> columns(Layout layout, int atoms) {
    var buffers = new ArrayList<ColumnBuffer>();
    layout.entries().forEach(entry -> buffers.add(new ColumnBuffer(entry, atoms)));
    int width = layout.width();
    for (int atom = 0; atom < atoms; atom++) {
      var words = new StringTokenizer(lines.require("atom " + (atom + 1) + " of " + atoms));
      int count = words.countTokens();
      if (count != width) {
        throw lines.error(count + " values where Properties= asks for " + width
            + (count == 0 || count == 1 ? "; is the number of atoms right?" : "; correct the line or Properties="));
      }
      for (var buffer : buffers) {
        addRow(buffer, words);
      }
    }
    var columns = new LinkedHashMap<String, Column>();
    buffers.forEach(buffer -> columns.put(buffer.name(), buffer.toColumn()));
    return columns;
  }

  private void addRow(ColumnBuffer buffer, StringTokenizer words) {
    for (int k = 0; k < buffer.width(); k++) {
      String word = words.nextToken();
      try {
        buffer.add(word);
      } catch (NumberFormatException e) {
        throw lines.error(NumberText.quoted(word) + " is not " + buffer.kind() + ", which " + buffer.name() + " needs");
      }
    }
  }

  private int[] atomicNumbers(Map<String, Column> columns, int start) {
    String name = SPECIES.stream().filter(columns::containsKey).findFirst().orElseThrow(
        () -> lines.errorAt(start + 1, "Properties= has no species; add species:S:1 or Z:I:1"));
    var column = Objects.requireNonNull(columns.remove(name));
    if (column.width() != 1) {
      throw lines.errorAt(start + 1, "Properties= gives " + name + " " + column.width() + " values; it has one");
    }
    var numbers = new int[column.rows()];
    for (int atom = 0; atom < numbers.length; atom++) {
      try {
        numbers[atom] = element(column, atom).atomicNumber();
      } catch (InputException e) {
        throw lines.errorAt(start + 2 + atom, e);
      }
    }
    return numbers;
  }

  private static Element element(Column column, int atom) {
    return switch (column) {
      case Column.Integers integers -> Element.of(Math.clamp(integers.get(atom, 0), 0, Integer.MAX_VALUE));
      case Column.Words words -> element(words.get(atom, 0));
      case Column.Vectors _, Column.Reals _, Column.Logicals _ ->
        throw new InputException("Properties= gives the elements a type other than S or I");
    };
  }

  /** Some programs write atomic numbers in the first column. */
  private static Element element(String word) {
    boolean number = word.length() <= 3 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? Element.of(Integer.parseInt(word)) : Element.bySymbol(word);
  }

  private double[] positions(Map<String, Column> columns, int start) {
    String name = POSITIONS.stream().filter(columns::containsKey).findFirst().orElseThrow(
        () -> lines.errorAt(start + 1, "Properties= has no positions; add pos:R:3"));
    if (!(columns.remove(name) instanceof Column.Vectors(double[] positions))) {
      throw lines.errorAt(start + 1, "Properties= must give " + name + " as " + name + ":R:3");
    }
    requireFinite(name, positions, start);
    finder.forcesKey(columns.keySet()).map(columns::get).ifPresent(forces -> {
      if (forces instanceof Column.Vectors(double[] values)) {
        requireFinite("the forces", values, start);
      }
    });
    return positions;
  }

  private void requireFinite(String name, double[] vectors, int start) {
    for (int k = 0; k < vectors.length; k++) {
      if (!Double.isFinite(vectors[k])) {
        throw lines.errorAt(start + 2 + k / 3, "a component of " + name + " is " + vectors[k]
            + "; correct it or leave the structure out");
      }
    }
  }
}
