package io.noether.nn.batches;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.noether.autodiff.Execution;
import io.noether.autodiff.Index;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.core.neighbours.NeighbourSearch;
import io.noether.nn.AtomicGraph;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a batch gives to a program. */
class BatchTest {
  private static final List<Element> ELEMENTS = List.of(Element.O, Element.H);
  private static final Structure WATER =
      Structure.of(new int[] {8, 1, 1}, new double[] {0, 0, 0, 0.96, 0, 0, -0.24, 0.93, 0});
  private static final Structure CHAIN = Structure.of(new int[] {1}, new double[] {1, 1, 1}, Cell.box(2, 9, 9));

  @Test
  void structuresFollowEachOther() {
    var batch = new Batch(ELEMENTS);
    batch.add(WATER, NeighbourList.build(WATER, 1.2));
    batch.add(CHAIN, NeighbourList.build(CHAIN, 3));
    batch.add(WATER, NeighbourList.build(WATER, 1.2));
    assertEquals(3, batch.structures());
    assertEquals(7, batch.atoms());
    assertEquals(4 + 2 + 4, batch.edges());
    assertArrayEquals(new int[] {0, 3, 4, 7}, new int[] {batch.firstAtom(0), batch.firstAtom(1), batch.firstAtom(2),
        batch.firstAtom(3)});

    var bound = new Recorder();
    var graph = new AtomicGraph();
    batch.bindTo(bound, graph);
    assertEquals(Map.of(AtomicGraph.ELEMENTS, 2, AtomicGraph.STRUCTURES, 3, AtomicGraph.ATOMS, 7,
        AtomicGraph.EDGES, 10), bound.sizes);
    assertArrayEquals(new int[] {0, 1, 1, 1, 0, 1, 1}, bound.index(AtomicGraph.SPECIES_OF, 7));
    assertArrayEquals(new int[] {0, 0, 0, 1, 2, 2, 2}, bound.index(AtomicGraph.STRUCTURE_OF, 7));
    assertArrayEquals(new int[] {0, 0, 1, 2, 3, 3, 4, 4, 5, 6}, bound.index(AtomicGraph.RECEIVER, 10));
    assertArrayEquals(new int[] {1, 2, 0, 0, 3, 3, 5, 6, 4, 4}, bound.index(AtomicGraph.SENDER, 10));
    double[] vectors = bound.vectors;
    assertArrayEquals(new double[] {0.96, 0, 0}, Arrays.copyOfRange(vectors, 0, 3), "oxygen to the first hydrogen");
    assertArrayEquals(new double[] {-0.96, 0, 0}, Arrays.copyOfRange(vectors, 6, 9), "and back");
    assertArrayEquals(new double[] {2, 0, 0}, new double[] {Math.abs(vectors[12]), vectors[13], vectors[14]});
    assertEquals(-vectors[12], vectors[15], "both images of the one atom");
  }

  @Test
  void edgesInACrystalLeadToTheImagesWithinTheCutoff() {
    Structure crystal = Structure.of(new int[] {8, 1}, new double[] {0.1, 0.2, 0.3, 2.9, 2.8, 0.1},
        Cell.of(3, 0, 0, 0.5, 3, 0, -0.6, 0.7, 3));
    var batch = new Batch(ELEMENTS);
    batch.add(crystal, NeighbourList.build(crystal, 3.3));
    var bound = new Recorder();
    batch.bindTo(bound, new AtomicGraph());
    assertTrue(batch.edges() > 12);
    for (int e = 0; e < batch.edges(); e++) {
      double[] v = Arrays.copyOfRange(bound.vectors, 3 * e, 3 * e + 3);
      assertTrue(v[0] * v[0] + v[1] * v[1] + v[2] * v[2] < 3.3 * 3.3, Arrays.toString(v));
    }
  }

  @Test
  void edgeVectorsKeepTheirDigitsFarFromTheOrigin() {
    var batch = new Batch(ELEMENTS);
    Structure far = WATER.translated(1e6, 0, 0);
    batch.add(far, NeighbourList.build(far, 1.2));
    var bound = new Recorder();
    batch.bindTo(bound, new AtomicGraph());
    assertEquals(0.96, bound.vectors[0], 1e-9);
  }

  @Test
  void anUnknownElementIsNamedWithWhereItIsAndWhatIsKnown() {
    var batch = new Batch(ELEMENTS);
    Structure salt = Structure.of(new int[] {1, 11}, new double[] {0, 0, 0, 2, 0, 0}).withSource("salt.xyz, frame 3");
    String message =
        assertThrows(InputException.class, () -> batch.add(salt, NeighbourList.build(salt, 1))).getMessage();
    for (String part : List.of("salt.xyz, frame 3", "atom 2", "Na", "O, H")) {
      assertTrue(message.contains(part), message);
    }
    batch.clear();
    batch.add(WATER, NeighbourList.build(WATER, 1.2)); // usable after the error
    assertEquals(3, batch.atoms());
  }

  @Test
  void nothingIsAllocatedOnceWarm() {
    var batch = new Batch(ELEMENTS);
    var search = new NeighbourSearch();
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().threadId();
    var list = NeighbourList.build(CHAIN, 3);
    long before = 0;
    for (int round = 0; round < 200; round++) {
      if (round == 100) {
        before = threads.getThreadAllocatedBytes(id);
      }
      batch.clear();
      for (int k = 0; k < 5; k++) {
        search.find(CHAIN, 3);
        batch.add(CHAIN, search);
        batch.add(CHAIN, list);
      }
    }
    long perRound = (threads.getThreadAllocatedBytes(id) - before) / 100;
    assertTrue(perRound < 64, perRound + " bytes a round");
  }

  private static final class Recorder implements Execution {
    private final Map<Space, Integer> sizes = new HashMap<>();
    private final Map<Index, int[]> indices = new HashMap<>();
    private double[] vectors = {};

    int[] index(Index index, int rows) {
      return Arrays.copyOf(indices.get(index), rows);
    }

    @Override
    public void resize(Space space, int rows) {
      sizes.put(space, rows);
    }

    @Override
    public void bind(Index index, int[] rows) {
      indices.put(index, rows);
    }

    @Override
    public void bind(Tensor input, double[] values, int offset) {
      if (input.space().equals(AtomicGraph.EDGES)) {
        vectors = values;
      }
    }

    @Override
    public void run() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void read(Tensor output, double[] into, int offset) {
      throw new UnsupportedOperationException();
    }
  }
}
