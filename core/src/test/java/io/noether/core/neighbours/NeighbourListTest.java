package io.noether.core.neighbours;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Cell;
import io.noether.core.InputException;
import io.noether.core.Periodicity;
import io.noether.core.RandomStructures;
import io.noether.core.Structure;
import io.noether.core.geometry.Orthogonal;
import io.noether.core.geometry.Permutation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class NeighbourListTest {
  @Property(tries = 400)
  void findsWhatTryingAllImagesFinds(@ForAll long seed, @ForAll @DoubleRange(min = 0.3, max = 5) double cutoff) {
    var structure = RandomStructures.any(seed);
    assertEquals(AllImages.edges(structure, cutoff), Edge.of(NeighbourList.build(structure, cutoff)));
  }

  @Property(tries = 20)
  void findsWhatTryingAllImagesFindsAmongManyAtoms(@ForAll long seed) {
    var random = new Random(seed);
    int atoms = 150;
    var cell = random.nextBoolean() ? Cell.isolated()
        : Cell.of(new double[] {14, 0, 0, random.nextDouble() * 9, 11, 0, 3, random.nextDouble() * 6, 17},
            new Periodicity(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
    var numbers = random.ints(atoms, 1, 90).toArray();
    var structure = Structure.of(numbers, random.doubles(3L * atoms, -9, 9).toArray(), cell);
    assertEquals(AllImages.edges(structure, 3.1), Edge.of(NeighbourList.build(structure, 3.1)));
  }

  @Property(tries = 60)
  void isSortedWithOffsetsAndShiftVectors(@ForAll long seed) {
    var structure = RandomStructures.any(seed);
    var list = NeighbourList.build(structure, 4);
    var edges = Edge.of(list);
    assertEquals(edges.stream().sorted().toList(), edges);
    int[] offsets = list.offsets();
    assertEquals(structure.size() + 1, offsets.length);
    assertEquals(list.count(), offsets[structure.size()]);
    for (int i = 0; i < structure.size(); i++) {
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        assertEquals(i, edges.get(e).receiver());
      }
    }
    double[] vectors = list.shiftVectors();
    for (int e = 0; e < list.count(); e++) {
      var edge = edges.get(e);
      for (int axis = 0; axis < 3; axis++) {
        double expected = edge.a() * structure.cell().get(0, axis) + edge.b() * structure.cell().get(1, axis)
            + edge.c() * structure.cell().get(2, axis);
        assertEquals(expected, vectors[3 * e + axis], 1e-12 * Math.abs(expected));
      }
    }
  }

  /**
   * In a perfect crystal whole shells lie at the cutoff; rounding must not take one direction of a pair only, and must be
   * that of the positions as given, far from the origin too.
   */
  @Property(tries = 100)
  void everyEdgeHasItsReverseAlsoAtTheCutoff(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int squared) {
    var random = new Random(seed);
    double side = 1 + random.nextDouble();
    var crystal = Structure.of(new int[] {14, 14}, new double[] {0, 0, 0, side / 2, side / 2, side / 2},
        Cell.box(side, side, side)).supercell(2, 1, 2)
        .rotated(Orthogonal.random(random))
        .translated(random.nextGaussian() * Math.pow(10, random.nextInt(9)), random.nextGaussian(), 0);
    var edges = Edge.of(NeighbourList.build(crystal, side * Math.sqrt(squared)));
    assertEquals(AllImages.edges(crystal, side * Math.sqrt(squared)), edges);
    var set = new HashSet<>(edges);
    assertEquals(edges.size(), set.size());
    edges.forEach(edge -> assertTrue(set.contains(edge.reverse()), () -> "no reverse of " + edge));
  }

  @Example
  void anEdgeAtTheCutoffIsLeftOut() {
    var pair = Structure.of(new int[] {1, 1}, new double[] {0, 0, 0, 0, 0, 2});
    assertEquals(0, NeighbourList.build(pair, 2).count());
    assertEquals(2, NeighbourList.build(pair, Math.nextUp(2.0)).count());
  }

  @Example
  void anAtomAloneInATinyCellSeesItsOwnImages() {
    var atom = Structure.of(new int[] {84}, new double[] {100, -50, 7}, Cell.box(1, 1, 1));
    assertEquals(6, NeighbourList.build(atom, 1.2).count());
    assertEquals(18, NeighbourList.build(atom, 1.5).count());
    // 4169 points of the integer lattice are in the closed ball; 30 of them on its surface, one is the atom.
    assertEquals(4138, NeighbourList.build(atom, 10).count());
  }

  @Example
  void atomsFarApartNeedNoMemoryForTheSpaceBetween() {
    var positions = new double[] {0, 0, 0, 1, 0, 0, 1e7, 1e7, -1e7, 1e7, 1e7 + 1, -1e7};
    var list = NeighbourList.build(Structure.of(new int[] {1, 1, 1, 1}, positions), 3);
    assertArrayEquals(new int[] {1, 0, 3, 2}, list.senders());
  }

  @Property(tries = 50)
  void movingAtomsByWholeCellsMovesShiftsOnly(@ForAll long seed) {
    var structure = RandomStructures.periodic(seed);
    assertEquals(NeighbourList.build(structure, 4).count(), NeighbourList.build(structure.wrapped(), 4).count());
  }

  @Example
  void atomsAtTheSamePlaceAreAnErrorNamingThem() {
    var structure = Structure.of(new int[] {1, 6, 8}, new double[] {0, 0, 0, 1, 1, 1, 10, 0, 1e-8},
        Cell.box(10, 10, 10)).withSource("water.xyz, frame 3 (line 7)");
    var e = assertThrows(InputException.class, () -> NeighbourList.build(structure, 2));
    assertEquals("water.xyz, frame 3 (line 7): atoms 1 (H) and 3 (O) are at the same place; remove one or move it",
        e.getMessage());
  }

  @Example
  void impossibleSizesAreErrorsNotCrashes() {
    var thin = Structure.of(new int[] {1}, new double[3], Cell.box(0.011, 1, 1));
    assertThrows(InputException.class, () -> NeighbourList.build(thin, 20));
    var dense = Structure.of(new int[] {1}, new double[3], Cell.box(0.02, 0.02, 0.02));
    assertThrows(InputException.class, () -> NeighbourList.build(dense, 20));
    var away = Structure.of(new int[] {1}, new double[] {1e300, 0, 0}, Cell.box(1, 1, 1));
    assertThrows(InputException.class, () -> NeighbourList.build(away, 2));
    assertThrows(IllegalArgumentException.class, () -> NeighbourList.build(away, 0));
    assertThrows(IllegalArgumentException.class, () -> NeighbourList.build(away, Double.NaN));
  }

  @Example
  void aSearchUsedAgainGivesTheSameAndAllocatesNothing() {
    var search = new NeighbourSearch();
    var large = RandomStructures.periodic(5).supercell(3, 3, 3);
    var small = RandomStructures.any(3);
    for (int round = 0; round < 20; round++) {
      search.find(large, 4);
      search.senders();
      search.shiftVectors();
      assertEquals(Edge.of(NeighbourList.build(large, 4)), Edge.of(search.toList()));
      search.find(small, 4);
      assertEquals(Edge.of(NeighbourList.build(small, 4)), Edge.of(search.toList()));
      search.receivers();
      search.shifts();
    }
    var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int call = 0; call < 100; call++) {
      search.find(large, 4);
      search.senders();
      search.shiftVectors();
      search.find(small, 4);
      search.receivers();
      search.shifts();
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 5_000, () -> allocated + " bytes in 200 calls");
  }

  @Example
  void aSearchHandsOutWhatItsListHolds() {
    var search = new NeighbourSearch();
    for (var structure : List.of(RandomStructures.periodic(1), RandomStructures.periodic(2), RandomStructures.any(3))) {
      search.find(structure, 4);
      var list = search.toList();
      int count = search.count();
      assertTrue(count > 0);
      assertEquals(structure.size(), search.atoms());
      assertArrayEquals(list.offsets(), Arrays.copyOf(search.offsets(), structure.size() + 1));
      assertArrayEquals(list.receivers(), Arrays.copyOf(search.receivers(), count));
      assertArrayEquals(list.senders(), Arrays.copyOf(search.senders(), count));
      assertArrayEquals(list.shifts(), Arrays.copyOf(search.shifts(), 3 * count));
      assertArrayEquals(list.shiftVectors(), Arrays.copyOf(search.shiftVectors(), 3 * count));
      int[] indices = new int[2 * count + 1];
      search.copyReceivers(0, search.atoms(), indices, 1);
      search.copySenders(0, search.atoms(), indices, 1 + count);
      assertArrayEquals(list.receivers(), Arrays.copyOfRange(indices, 1, 1 + count));
      assertArrayEquals(list.senders(), Arrays.copyOfRange(indices, 1 + count, indices.length));
      double[] vectors = new double[3 * count + 2];
      search.copyShiftVectors(0, search.atoms(), vectors, 2);
      assertArrayEquals(list.shiftVectors(), Arrays.copyOfRange(vectors, 2, vectors.length));
    }
  }

  @Example
  void distancesTooLargeToSquareAreNoNeighbours() {
    var structure = Structure.of(new int[] {1, 1, 1}, new double[] {0, 0, 0, 0, 0, 1e300, 0, 1, 0});
    assertEquals(List.of(new Edge(0, 2, 0, 0, 0), new Edge(2, 0, 0, 0, 0)),
        Edge.of(NeighbourList.build(structure, 2)));
  }

  @Property(tries = 30)
  void theOrderOfAtomsChangesNumbersOnly(@ForAll long seed) {
    var random = new Random(seed);
    var structure = RandomStructures.any(seed);
    var periodicity = structure.periodicity();
    structure = structure.supercell(periodicity.a() ? 4 : 1, periodicity.b() ? 3 : 1, periodicity.c() ? 3 : 1);
    var from = Permutation.random(structure.size(), random);
    var renumbered = Edge.of(NeighbourList.build(structure.permuted(from), 3.5)).stream()
        .map(e -> new Edge(from.get(e.receiver()), from.get(e.sender()), e.a(), e.b(), e.c()))
        .sorted().toList();
    assertEquals(Edge.of(NeighbourList.build(structure, 3.5)), renumbered);
  }

  /** The same lattice of other vectors: cells as flat as this are what relaxations at constant pressure can end in. */
  @Property(tries = 100)
  void aLatticeHasTheSameNeighboursInAnyOfItsCells(@ForAll long seed, @ForAll @IntRange(min = -60, max = 60) int ab,
      @ForAll @IntRange(min = -60, max = 60) int ac, @ForAll @IntRange(min = -60, max = 60) int bc) {
    var random = new Random(seed);
    var square = Structure.of(new int[] {1, 2, 3}, random.doubles(9, -20, 20).toArray(), Cell.box(3, 4, 5))
        .rotated(Orthogonal.random(random));
    var skewed = square.cell().vectors();
    for (int axis = 0; axis < 3; axis++) {
      skewed[3 + axis] += bc * skewed[6 + axis];
      skewed[axis] += ab * skewed[3 + axis] + ac * skewed[6 + axis];
    }
    var edges = Edge.of(NeighbourList.build(square.withCell(Cell.of(skewed)), 4.1)).stream()
        .map(e -> new Edge(e.receiver(), e.sender(), e.a(), e.b() + ab * e.a(),
            e.c() + ac * e.a() + bc * (e.b() + ab * e.a())))
        .sorted().toList();
    assertEquals(Edge.of(NeighbourList.build(square, 4.1)), edges);
  }

  @Example
  void moreEdgesThanFitAreAnError() {
    var structure = RandomStructures.periodic(1).supercell(2, 2, 2);
    int edges = NeighbourList.build(structure, 4).count();
    var brick = new Brick();
    brick.fill(structure);
    var scan = new PairScan(edges);
    scan.find(structure, brick, 4);
    assertEquals(edges, scan.count);
    var e = assertThrows(InputException.class, () -> new PairScan(edges - 1).find(structure, brick, 4));
    assertEquals(structure.source() + ": more than " + (edges - 1)
        + " pairs within the cutoff; use a shorter cutoff or a smaller structure", e.getMessage());
  }

  @Example
  void resultsAreTheCallersOwn() {
    var list = NeighbourList.build(RandomStructures.periodic(1), 4);
    Arrays.fill(list.senders(), -1);
    assertTrue(Arrays.stream(list.senders()).allMatch(j -> j >= 0));
  }

  @Example
  void copiesGoWhereTheyAreAsked() {
    var list = NeighbourList.build(RandomStructures.periodic(1), 4);
    int[] indices = new int[2 * list.count() + 1];
    list.copyReceivers(indices, 1);
    list.copySenders(indices, 1 + list.count());
    assertArrayEquals(list.receivers(), Arrays.copyOfRange(indices, 1, 1 + list.count()));
    assertArrayEquals(list.senders(), Arrays.copyOfRange(indices, 1 + list.count(), indices.length));
    double[] vectors = new double[3 * list.count() + 2];
    list.copyShiftVectors(vectors, 2);
    assertArrayEquals(list.shiftVectors(), Arrays.copyOfRange(vectors, 2, vectors.length));
  }
}
