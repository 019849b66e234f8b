package io.noether.graphs.links;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkSplitTest {
  private final CitationGraph graph = TestGraphs.communities(4, 1);

  @Test
  void edgesAreSharedOutAndNoneIsInTwoParts() {
    var split = LinkSplit.of(graph, 3);
    int edges = graph.edges().size();
    assertEquals(edges / 10, split.test().size());
    assertEquals(edges / 20, split.validation().size());
    var all = keys(split.training());
    all.addAll(keys(split.validation()));
    all.addAll(keys(split.test()));
    assertEquals(edges, split.training().size() + split.validation().size() + split.test().size());
    assertEquals(keys(graph.edges()), all);
  }

  @Test
  void othersAreNoEdgesNoLoopsAndDifferent() {
    for (int seed = 0; seed < 50; seed++) { // few pairs are no edges, so that careless draws would meet
      var dense = TestGraphs.random(12, 3, 40, new Random(seed));
      var split = LinkSplit.of(dense, seed);
      assertEquals(split.test().size(), split.testOthers().size());
      assertEquals(split.validation().size(), split.validationOthers().size());
      var edges = keys(dense.edges());
      var others = split.testOthers().and(split.validationOthers());
      assertEquals(others.size(), keys(others).size(), "an other pair was drawn twice");
      for (int k = 0; k < others.size(); k++) {
        assertFalse(edges.contains(others.keys()[k]));
        assertTrue(others.first()[k] != others.second()[k]);
      }
    }
  }

  @Test
  void trainingPairsAreOfTheTrainingGraphAlone() {
    var split = LinkSplit.of(graph, 3);
    var candidates = new CandidatePairs(graph.nodes(), split.training(), 2);
    var links = keys(candidates.links());
    links.removeIf(key -> (int) (key >>> 32) == (int) (long) key); // each node with itself
    assertEquals(keys(split.training()), links);
    for (int draw = 0; draw < 20; draw++) {
      candidates.draw(new Random(draw));
      var others = keys(candidates.others());
      assertTrue(others.size() > links.size(), "too few others were drawn");
      assertTrue(others.stream().noneMatch(keys(split.training())::contains));
    }
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(LinkSplit.of(graph, 3).test().first(), LinkSplit.of(graph, 3).test().first());
    assertFalse(Arrays.equals(LinkSplit.of(graph, 3).test().first(), LinkSplit.of(graph, 4).test().first()));
  }

  @Test
  void graphsTooSmallOrTooFullAreRefused() {
    var random = new Random(1);
    var few = TestGraphs.random(30, 3, 19, random);
    assertThrows(InputException.class, () -> LinkSplit.of(few, 1));
    var full = TestGraphs.random(10, 3, 42, random);
    assertThrows(InputException.class, () -> LinkSplit.of(full, 1));
  }

  private static Set<Long> keys(NodePairs pairs) {
    var keys = new HashSet<Long>();
    for (long key : pairs.keys()) {
      keys.add(key);
    }
    return keys;
  }
}
