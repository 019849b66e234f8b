package io.noether.graphs.links;

import java.nio.file.Path;

/**
 * An undirected graph whose nodes carry sets of words: papers that cite each other.
 *
 * @param words number of different words, numbered from 0
 * @param wordsOf the words of each node, each once, in rising order
 * @param edges each edge once, in rising order of (smaller node, larger node); no loops
 */
public record CitationGraph(int words, int[][] wordsOf, NodePairs edges) {
  /**
   * Reads {@code edges.tsv} (two node numbers a line) and {@code features.tsv} (line i: the words of node i, which may
   * be none) from a folder. Loops are dropped and edges given twice, in either direction, count once, as in Kipf and
   * Welling's preparation of the same data.
   *
   * @throws io.noether.core.InputException if a file is missing or a line is not of that form
   */
  public static CitationGraph read(Path folder) {
    return new CitationReader(folder).read();
  }

  /** Number of nodes. */
  public int nodes() {
    return wordsOf.length;
  }
}
