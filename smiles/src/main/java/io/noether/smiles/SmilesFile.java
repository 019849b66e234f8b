package io.noether.smiles;

import io.noether.autodiff.Workers;
import io.noether.core.InputException;
import io.noether.graphs.molecules.MoleculeGraph;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of SMILES, the first field of each line, as molecules. Lines that cannot be used are counted, not fatal.
 *
 * @param molecules those that could be read, in file order
 * @param names their canonical SMILES
 * @param skipped how many lines each reason has
 * @param example the first skipped line and its reason
 */
public record SmilesFile(List<MoleculeGraph> molecules, List<String> names, Map<String, Integer> skipped,
    Optional<String> example) {
  private static final int LINES_IN_PART = 500;
  private static final int LARGEST = 127;

  private record Line(int number, String smiles) {}

  private record Entry(Line line, @Nullable MoleculeGraph molecule, String name) {}

  /**
   * Reads a file with all workers.
   *
   * @param progress hears how many lines are done, in steps and on any thread
   * @throws InputException naming the file, if it cannot be read or has no usable molecule
   */
  public static SmilesFile read(Path file, Workers workers, IntConsumer progress) {
    List<Line> lines = lines(file);
    Entry[] entries = new Entry[lines.size()];
    var done = new AtomicInteger();
    Smiles[] readers = new Smiles[workers.count()];
    workers.run((lines.size() + LINES_IN_PART - 1) / LINES_IN_PART, (part, worker) -> {
      if (readers[worker] == null) {
        readers[worker] = new Smiles();
      }
      int to = Math.min(lines.size(), (part + 1) * LINES_IN_PART);
      for (int k = part * LINES_IN_PART; k < to; k++) {
        entries[k] = entry(lines.get(k), readers[worker]);
      }
      progress.accept(done.addAndGet(to - part * LINES_IN_PART));
    });
    return collect(file, entries);
  }

  private static List<Line> lines(Path file) {
    var lines = new ArrayList<Line>();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        String field = line.strip().split("\\s+", 2)[0];
        if (!field.isEmpty() && !field.startsWith("#")) {
          lines.add(new Line(number, field));
        }
      }
      return lines;
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Entry entry(Line line, Smiles smiles) {
    try {
      var molecule = smiles.read(line.smiles);
      if (molecule.size() > LARGEST) {
        return new Entry(line, null, "more than " + LARGEST + " heavy atoms");
      }
      return new Entry(line, molecule, smiles.canonical(molecule));
    } catch (UnusableMoleculeException e) {
      return new Entry(line, null, e.reason().toString());
    }
  }

  private static SmilesFile collect(Path file, Entry[] entries) {
    var molecules = new ArrayList<MoleculeGraph>();
    var names = new ArrayList<String>();
    var skipped = new TreeMap<String, Integer>();
    Optional<String> example = Optional.empty();
    for (Entry entry : entries) {
      if (entry.molecule == null) {
        skipped.merge(entry.name, 1, Integer::sum);
        example = example.or(() -> Optional.of(
            "line %d, '%s': %s".formatted(entry.line.number, shortened(entry.line.smiles), entry.name)));
      } else {
        molecules.add(entry.molecule);
        names.add(entry.name);
      }
    }
    if (molecules.isEmpty()) {
      throw new InputException(file + ": has no usable molecule; give SMILES, one molecule a line"
          + example.map(e -> " (" + e + ")").orElse(""));
    }
    return new SmilesFile(molecules, names, skipped, example);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }
}
