package io.noether.app.graphs;

import io.noether.core.InputException;
import io.noether.core.io.AtomicFile;
import io.noether.graphs.links.CitationGraph;
import io.noether.graphs.links.LinkResult;
import io.noether.graphs.links.LinkSettings;
import io.noether.graphs.links.Ranking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The results of seeds, kept in a file if one is given: a first line that says what they are results of, then a line for
 * each seed with all digits. Safe to be used by several threads.
 */
final class SeedResults {
  private static final String COLUMNS =
      "# seed\tepoch\tvalidation_auc\tvalidation_precision\ttest_auc\ttest_precision";

  private final Optional<Path> file;
  private final String title;
  private final Map<Long, LinkResult> results = new TreeMap<>();

  private SeedResults(Optional<Path> file, String title) {
    this.file = file;
    this.title = title;
  }

  /** Results that are kept nowhere. */
  static SeedResults inMemory() {
    return new SeedResults(Optional.empty(), "");
  }

  /**
   * Results that are kept in a file; those that are in it already are read.
   *
   * @throws InputException if the file has results of other data or settings, or is something else
   */
  static SeedResults open(Path file, CitationGraph graph, LinkSettings settings) {
    var kept = new SeedResults(Optional.of(file), "# noether links, graph %08x, %s".formatted(Arrays.hashCode(
        new int[] {graph.nodes(), graph.words(), Arrays.hashCode(graph.edges().first()),
            Arrays.hashCode(graph.edges().second()),
            Arrays.deepHashCode(graph.wordsOf())}),
        settings));
    if (Files.exists(file)) {
      kept.read(file);
    } else {
      kept.write(); // a folder that cannot be written to shows now
    }
    return kept;
  }

  /** The result of a seed, if it is there. */
  synchronized Optional<LinkResult> of(long seed) {
    return Optional.ofNullable(results.get(seed));
  }

  /** Keeps a result. */
  synchronized void add(LinkResult result) {
    results.put(result.seed(), result);
    write();
  }

  private void write() {
    var text = new StringBuilder(title + "\n" + COLUMNS + "\n");
    results.values().forEach(r -> text.append(r.seed() + "\t" + r.epoch() + "\t" + r.validation().auc() + "\t"
        + r.validation().averagePrecision() + "\t" + r.test().auc() + "\t" + r.test().averagePrecision() + "\n"));
    file.ifPresent(
        path -> AtomicFile.write(path, out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8))));
  }

  private void read(Path path) {
    try {
      String text = Files.readString(path);
      var lines = text.lines().toList();
      if (lines.size() < 2 || !lines.getFirst().equals(title) || !lines.get(1).equals(COLUMNS)) {
        throw new InputException(
            path + ": has no results of this graph with these options; name another file for --results");
      }
      for (int k = 2; k < lines.size(); k++) {
        boolean whole = k < lines.size() - 1 || text.endsWith("\n");
        var result = whole ? result(lines.get(k)) : Optional.<LinkResult>empty();
        if (result.isEmpty() || results.put(result.get().seed(), result.get()) != null) {
          throw new InputException(
              path + ", line " + (k + 1) + ": is no result, or a second one of its seed; take the line "
                  + "out, or name another file for --results");
        }
      }
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read as text; name another file for --results", e);
    }
  }

  /** What a line says; nothing if it is not what is written here. */
  private static Optional<LinkResult> result(String line) {
    String[] words = line.split("\t", -1);
    try {
      return words.length != 6
          ? Optional.empty()
          : Optional.of(new LinkResult(Long.parseLong(words[0]), Integer.parseInt(words[1]), ranking(words, 2),
              ranking(words, 4)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Ranking ranking(String[] words, int from) {
    return new Ranking(share(words[from]), share(words[from + 1]));
  }

  private static double share(String word) {
    double share = Double.parseDouble(word);
    if (!(share >= 0 && share <= 1)) {
      throw new NumberFormatException(word + " is not between 0 and 1");
    }
    return share;
  }
}
