package io.noether.graphs.links;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.noether.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationReaderTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void loopsGoAndEdgesGivenTwiceCountOnce() throws IOException {
    write("2\t0\n0\t2\n1\t1\n1\t2\n1 2\n", "4 1 4\n\n0\n");
    var graph = CitationGraph.read(folder);
    assertEquals(3, graph.nodes());
    assertEquals(5, graph.words());
    assertArrayEquals(new int[] {1, 4}, graph.wordsOf()[0]);
    assertArrayEquals(new int[0], graph.wordsOf()[1]);
    assertArrayEquals(new int[] {0, 1}, graph.edges().first());
    assertArrayEquals(new int[] {2, 2}, graph.edges().second());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0 1;0 3|1;2;3|edges.tsv, line 2: node 3 is out of range: use 0 to 2, as features.tsv has 3 lines",
      "0 1;-1 2|1;2;3|edges.tsv, line 2: node -1 is out of range",
      "0 1 2|1;2;3|edges.tsv, line 1: two node numbers expected, not '0 1 2'",
      "0 1;;1 2|1;2;3|edges.tsv, line 2: two node numbers expected, not ''",
      "0 x|1;2;3|edges.tsv, line 1: 'x' is not the number of a node",
      "0 1|1;2.5;3|features.tsv, line 2: '2.5' is not the number of a word",
      "0 1|1;2147483647;3|features.tsv, line 2: word 2147483647 is out of range",
      "0 1|1;99999999999;3|features.tsv, line 2: '99999999999' is not the number of a word",
      "0 1|;;|features.tsv: no node has a word"})
  void errorsNameTheFileAndTheLine(String edges, String features, String message) throws IOException {
    write(edges.replace(';', '\n') + "\n", features == null ? "" : features.replace(';', '\n') + "\n");
    expect(message);
  }

  @Test
  void missingFilesAreNamed() throws IOException {
    expect("features.tsv: no such file");
    Files.writeString(folder.resolve("features.tsv"), "0\n");
    expect("edges.tsv: no such file");
    folder = folder.resolve("edges.tsv");
    expect("edges.tsv: not a folder");
  }

  @ParameterizedTest
  @CsvSource({"cora,2708,1433,5278", "citeseer,3327,3703,4552"})
  void theKnownGraphsHaveTheirSizes(String name, int nodes, int words, int edges) {
    Path data = Path.of("..", "..", "shared", "data", "citations", name);
    assumeTrue(Files.isDirectory(data), () -> data + " is missing");
    var graph = CitationGraph.read(data);
    assertEquals(nodes, graph.nodes());
    assertEquals(words, graph.words());
    assertEquals(edges, graph.edges().size());
  }

  private void expect(String message) {
    var error = assertThrows(InputException.class, () -> CitationGraph.read(folder));
    assertTrue(String.valueOf(error.getMessage()).contains(message), error::getMessage);
  }

  private void write(String edges, String features) throws IOException {
    Files.writeString(folder.resolve("edges.tsv"), edges);
    Files.writeString(folder.resolve("features.tsv"), features);
  }
}
