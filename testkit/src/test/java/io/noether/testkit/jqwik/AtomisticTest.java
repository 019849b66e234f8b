package io.noether.testkit.jqwik;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import io.noether.core.geometry.Orthogonal;
import io.noether.core.geometry.Permutation;
import io.noether.core.neighbours.NeighbourList;
import io.noether.testkit.random.RandomCells;
import io.noether.testkit.random.RandomStructures;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;

class AtomisticTest {
  private static final List<Element> ELEMENTS = List.of(Element.bySymbol("C"), Element.bySymbol("O"));

  @Provide
  Arbitrary<Structure> molecules() {
    return Atomistic.molecules(ELEMENTS, 1, 12);
  }

  @Provide
  Arbitrary<Structure> periodic() {
    return Atomistic.periodic(ELEMENTS, 1, 6);
  }

  @Provide
  Arbitrary<Cell> cells() {
    return Atomistic.cells(40);
  }

  @Provide
  Arbitrary<Periodicity> periodicities() {
    return Atomistic.periodicities();
  }

  @Provide
  Arbitrary<Orthogonal> rotations() {
    return Atomistic.rotations();
  }

  @Provide
  Arbitrary<Orthogonal> reflections() {
    return Atomistic.reflections();
  }

  @Provide
  Arbitrary<Permutation> permutations() {
    return Atomistic.permutations(5);
  }

  @Provide
  Arbitrary<double[]> displacements() {
    return Atomistic.displacements(3);
  }

  @Property(tries = 100)
  void atomsOfMoleculesHoldTogetherAndDoNotOverlap(@ForAll("molecules") Structure molecule) {
    assertEquals(0, NeighbourList.build(molecule, RandomStructures.CLOSEST).count());
    var bonded = NeighbourList.build(molecule, 1.8 + 1e-9);
    for (int i = 1; i < molecule.size(); i++) {
      boolean earlier = false;
      for (int edge = bonded.offsets()[i]; edge < bonded.offsets()[i + 1]; edge++) {
        earlier |= bonded.senders()[edge] < i;
      }
      assertTrue(earlier, "atom " + i + " of " + molecule);
    }
  }

  @Property(tries = 100)
  void atomsOfCrystalsDoNotOverlap(@ForAll("periodic") Structure structure) {
    assertTrue(structure.periodicity().any());
    assertEquals(0, NeighbourList.build(structure, RandomStructures.CLOSEST).count());
  }

  @Property(tries = 100)
  void cellsHaveTheirVolumeAndAreNotFlat(@ForAll("cells") Cell cell) {
    assertEquals(40, cell.volume(), 1e-9);
    var crystal = Cell.of(cell.vectors(), Periodicity.ALL);
    for (int k = 0; k < 3; k++) {
      assertTrue(crystal.height(k) > 0.59 * Math.cbrt(40), cell::toString);
    }
  }

  @Property(tries = 100)
  void combinationsOfLatticeVectorsSpanTheSameLattice(@ForAll long seed,
      @ForAll("periodicities") Periodicity periodicity) {
    int[] m = RandomCells.unimodular(new SplittableRandom(seed), periodicity);
    int determinant = m[0] * (m[4] * m[8] - m[5] * m[7]) - m[1] * (m[3] * m[8] - m[5] * m[6])
        + m[2] * (m[3] * m[7] - m[4] * m[6]);
    assertEquals(1, Math.abs(determinant));
    for (int k = 0; k < 9; k++) {
      boolean repeats = periodicity.along(k / 3) && periodicity.along(k % 3);
      assertTrue(m[k] == 0 || k % 4 == 0 || repeats, "only vectors that repeat are combined");
    }
  }

  @Property(tries = 50)
  void rotationsKeepHandednessAndReflectionsDoNot(@ForAll("rotations") Orthogonal rotation,
      @ForAll("reflections") Orthogonal reflection) {
    assertEquals(1, rotation.determinant());
    assertEquals(-1, reflection.determinant());
  }

  @Property(tries = 50)
  void sizesAreAsAskedFor(@ForAll("permutations") Permutation permutation, @ForAll("displacements") double[] by) {
    assertEquals(5, permutation.size());
    assertEquals(3, by.length);
    assertTrue(Math.sqrt(by[0] * by[0] + by[1] * by[1] + by[2] * by[2]) <= 3);
  }

  @Property(tries = 20)
  void aSeedDecidesEverything(@ForAll long seed) {
    var once = RandomStructures.crystal(new SplittableRandom(seed), ELEMENTS, 4);
    var again = RandomStructures.crystal(new SplittableRandom(seed), ELEMENTS, 4);
    assertArrayEquals(once.positions(), again.positions());
    assertEquals(once.cell(), again.cell());
  }

  /** What the class promises: of a structure that fails, jqwik finds one with as few atoms as fail. */
  @Property(tries = 20)
  void aFailureShrinksToFewAtoms(@ForAll Random random) {
    var failing = Atomistic.molecules(ELEMENTS, 1, 12).generator(1000).stream(random)
        .filter(s -> s.value().size() >= 4).findFirst().orElseThrow();
    Optional<Shrinkable<Structure>> next = Optional.of(failing);
    while (next.isPresent()) {
      failing = next.get();
      next = failing.shrink().filter(s -> s.value().size() >= 4).findFirst();
    }
    assertEquals(4, failing.value().size());
  }
}
