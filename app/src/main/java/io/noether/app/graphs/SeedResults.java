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
      var lines = Files.readAllLines(path);
      if (lines.isEmpty() || !lines.getFirst().equals(title)) {
        throw new InputException(
            path + ": has no results of this graph with these options; name another file for --results");
      }
      lines.stream().skip(2).map(line -> line.split("\t")).forEach(x -> results.put(Long.parseLong(x[0]),
          new LinkResult(Long.parseLong(x[0]), Integer.parseInt(x[1]), ranking(x, 2), ranking(x, 4))));
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read: " + e + "; name another file for --results", e);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new InputException(path + ": has a line that is no result; name another file for --results", e);
    }
  }

  private static Ranking ranking(String[] words, int from) {
    return new Ranking(Double.parseDouble(words[from]), Double.parseDouble(words[from + 1]));
  }
}
