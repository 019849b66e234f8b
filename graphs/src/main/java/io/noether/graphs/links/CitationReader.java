package io.noether.graphs.links;

import io.noether.core.InputException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Reads a folder with {@code edges.tsv} and {@code features.tsv}. */
final class CitationReader {
  /** Every word has a row of weights, so a wild number would take all memory. */
  private static final int MOST_WORDS = 10_000_000;

  private final Path folder;
  private final Path edgeFile;
  private final Path featureFile;

  CitationReader(Path folder) {
    this.folder = folder;
    edgeFile = folder.resolve("edges.tsv");
    featureFile = folder.resolve("features.tsv");
  }

  CitationGraph read() {
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder + ": not a folder; give one that holds edges.tsv and features.tsv");
    }
    int[][] wordsOf = words();
    int words = Arrays.stream(wordsOf).flatMapToInt(IntStream::of).max().orElse(-1) + 1;
    if (words == 0) {
      throw new InputException(featureFile + ": no node has a word; the models start from words");
    }
    return new CitationGraph(words, wordsOf, edges(wordsOf.length));
  }

  private int[][] words() {
    List<String> lines = lines(featureFile);
    var words = new int[lines.size()][];
    for (int node = 0; node < words.length; node++) {
      int line = node;
      words[node] = Arrays.stream(fields(lines.get(node)))
          .mapToInt(field -> number(featureFile, line, field, "word", MOST_WORDS)).sorted().distinct().toArray();
    }
    return words;
  }

  private NodePairs edges(int nodes) {
    List<String> lines = lines(edgeFile);
    var keys = LongStream.builder();
    for (int line = 0; line < lines.size(); line++) {
      String[] fields = fields(lines.get(line));
      if (fields.length != 2) {
        throw error(edgeFile, line, "two node numbers expected, not '" + lines.get(line).strip() + "'");
      }
      int a = number(edgeFile, line, fields[0], "node", nodes);
      int b = number(edgeFile, line, fields[1], "node", nodes);
      if (a != b) {
        keys.add(NodePairs.key(a, b));
      }
    }
    return NodePairs.ofKeys(keys.build().sorted().distinct().toArray());
  }

  private int number(Path file, int line, String field, String what, int limit) {
    try {
      int number = Integer.parseInt(field);
      if (number >= 0 && number < limit) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw error(file, line, "'" + field + "' is not the number of a " + what);
    }
    throw error(file, line, "%s %s is out of range: use 0 to %d%s".formatted(what, field, limit - 1,
        what.equals("node") ? ", as " + featureFile.getFileName() + " has " + limit + " lines" : ""));
  }

  private static String[] fields(String line) {
    String text = line.strip();
    return text.isEmpty() ? new String[0] : text.split("\\s+");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file; a citation graph is edges.tsv and features.tsv", e);
    } catch (MalformedInputException e) {
      throw new InputException(file + ": not a text file", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static InputException error(Path file, int line, String message) {
    return new InputException(file + ", line " + (line + 1) + ": " + message);
  }
}
