package io.noether.nn.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Periodicity;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.nn.Architecture;
import io.noether.nn.batches.Batch;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neighbours kept from step to step are, bit for bit, those that a new search finds. */
class VerletListTest {
  private static final double CUTOFF = 2.5;
  private static final double SKIN = 0.5;
  private static final int STEPS = 120;

  private final VerletList kept = new VerletList(CUTOFF, SKIN);
  private final Batch batch = new Batch(List.of(Element.H, Element.C));

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whileAtomsWalk(boolean periodic) {
    var random = new Random(1);
    Structure s = periodic ? Bodies.crystal(2, 3, 3, 4) : Bodies.cluster(2, 3, 3, 4);
    for (int step = 0; step < STEPS; step++) {
      checkEdges(s);
      s = moved(s, random, 0.02);
    }
    assertTrue(kept.searches() > 1 && kept.searches() < STEPS / 4, kept.searches() + " searches");
  }

  /** A tiny cell: atoms are neighbours of their own images, and pairs have several. */
  @Test
  void whileATinyCellBreathesAndShears() {
    var random = new Random(3);
    Structure s = Bodies.crystal(4, 1, 2, 1);
    for (int step = 0; step < STEPS; step++) {
      checkEdges(s);
      s = moved(s.strained(random.doubles(9, -0.008, 0.008).toArray()), random, 0.02);
    }
    assertTrue(kept.searches() > 1 && kept.searches() < STEPS / 2, kept.searches() + " searches");
  }

  @Test
  void whileASlabChangesAndItsVacuumDoesNotCount() {
    var random = new Random(5);
    Structure start = Bodies.crystal(6, 3, 3, 2);
    Structure s = start.withCell(Cell.of(start.cell().vectors(), new Periodicity(true, true, false)));
    for (int step = 0; step < STEPS; step++) {
      checkEdges(s);
      double e = 0.003 * random.nextGaussian();
      s = moved(s.strained(new double[] {e, 0, 0, 0, -e, 0, 0, 0, 0}), random, 0.01);
    }
    assertTrue(kept.searches() > 1 && kept.searches() < STEPS / 2, kept.searches() + " searches");
  }

  /** Two atoms approach from beyond cutoff + skin, each by less than half the skin and a little more. */
  @Test
  void untilTwoAtomsHaveMovedByTheSkinTogether() {
    pairAt(CUTOFF + SKIN + 0.001, 0);
    pairAt(CUTOFF + SKIN + 0.001, 0.2499);
    assertEquals(1, kept.searches());
    pairAt(CUTOFF + SKIN + 0.001, 0.2506);
    assertEquals(2, kept.searches());
    assertEquals(2, batch.edges());
  }

  /** One atom alone may use the whole skin. */
  @Test
  void oneAtomMayMoveByTheWholeSkin() {
    Structure s = Structure.of(new int[] {1, 6}, new double[] {0, 0, 0, 2, 0, 0});
    checkEdges(s);
    checkEdges(s.withPositions(new double[] {0, 0, 0, 2.499, 0, 0}));
    assertEquals(1, kept.searches());
    checkEdges(s.withPositions(new double[] {0, 0, 0, 2.501, 0, 0}));
    assertEquals(2, kept.searches());
  }

  @Test
  void ofAnotherStructureNothingIsKept() {
    checkEdges(Bodies.crystal(7, 2, 2, 2));
    checkEdges(Bodies.cluster(7, 2, 2, 2));
    checkEdges(Bodies.cluster(8, 2, 2, 3));
    assertEquals(3, kept.searches());
  }

  @Test
  void coincidentAtomsAreNamed() {
    Structure s = Structure.of(new int[] {1, 6}, new double[] {0, 0, 0, 0.2, 0, 0});
    checkEdges(s);
    Structure bad = s.withPositions(new double[6]);
    batch.clear();
    assertTrue(assertThrows(InputException.class, () -> kept.addTo(batch, bad)).getMessage().contains("same place"));
    checkEdges(s);
  }

  /** Also in single precision with tables, and with the list asked for several structures at once. */
  @ParameterizedTest
  @ValueSource(strings = {"FLOAT32", "FLOAT64"})
  void aPotentialThatFollowsGivesTheSameBits(Precision precision) {
    var random = new Random(9);
    for (Architecture architecture : Networks.ALL) {
      NeuralPotential plain =
          Networks.potential(architecture, precision, Tuning.DEFAULT.withTableEdges(0).withLargeAtoms(60));
      Potential listed = plain.withVerletList(SKIN);
      for (Structure start : List.of(Bodies.crystal(10, 3, 3, 3), Bodies.cluster(11, 3, 3, 3),
          Bodies.crystal(12, 4, 4, 4))) {
        Structure s = start;
        for (int step = 0; step < 12; step++) {
          same(plain.predict(s), listed.predict(s));
          s = moved(s, random, 0.03);
        }
      }
      Structure s = Bodies.crystal(13, 2, 2, 2);
      var two = List.of(s, moved(s, random, 0.1));
      same(plain.predict(two).getLast(), listed.predict(two).getLast());
    }
  }

  private static void same(Prediction expected, Prediction actual) {
    assertEquals(expected.energy(), actual.energy());
    assertArrayEquals(expected.forces(), actual.forces());
    assertArrayEquals(expected.atomicEnergies().orElseThrow(), actual.atomicEnergies().orElseThrow());
    assertEquals(expected.stress().isPresent(), actual.stress().isPresent());
    expected.stress().ifPresent(stress -> assertArrayEquals(stress, actual.stress().orElseThrow()));
  }

  private void pairAt(double distance, double approach) {
    checkEdges(Structure.of(new int[] {1, 6}, new double[] {approach, 0, 0, distance - approach, 0, 0}));
  }

  private void checkEdges(Structure s) {
    var expected = new Batch(List.of(Element.H, Element.C));
    NeighbourSource.fresh(CUTOFF).addTo(expected, s);
    batch.clear();
    kept.addTo(batch, s);
    assertEquals(expected.edges(), batch.edges());
    assertArrayEquals(expected.pairs(), batch.pairs());
    assertArrayEquals(Arrays.copyOf(expected.edgeVectors(), 3 * expected.edges()),
        Arrays.copyOf(batch.edgeVectors(), 3 * batch.edges()));
  }

  private static Structure moved(Structure s, Random random, double by) {
    double[] positions = s.positions();
    for (int k = 0; k < positions.length; k++) {
      positions[k] += by * random.nextGaussian();
    }
    return s.withPositions(positions);
  }
}
