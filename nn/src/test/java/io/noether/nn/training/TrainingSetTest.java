package io.noether.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Element;
import io.noether.core.Labels;
import io.noether.core.Seeds;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
  @Test
  void dividesBySeedWithoutOverlap() {
    var data = new TrainingData(Toy.waters(50, 1));
    var set = TrainingSet.prepare(Toy.config(), data);
    assertEquals(10, set.validation().size());
    var sources = new HashSet<String>();
    set.training().forEach(s -> sources.add(s.structure().source()));
    set.validation().forEach(s -> sources.add(s.structure().source()));
    assertEquals(50, sources.size());
    assertEquals(set.validation().getFirst().structure(),
        TrainingSet.prepare(Toy.config(), data).validation().getFirst()
            .structure());
    var other = TrainingSet.prepare(Toy.config().withSeed(2), data);
    assertNotEquals(names(set.validation()), names(other.validation()));
  }

  private static List<String> names(List<LabelledStructure> samples) {
    return samples.stream().map(s -> s.structure().source()).toList();
  }

  @Test
  void isolatedAtomsAreReferencesAndNotExamples() {
    var structures = new ArrayList<>(Toy.waters(10, 1));
    structures.add(Structure.of(new int[] {8}, new double[3]).withLabels(Labels.NONE.withEnergy(-41)));
    structures.add(Structure.of(new int[] {1}, new double[3]).withLabels(Labels.NONE.withEnergy(-14)));
    var set = TrainingSet.prepare(Toy.config(), new TrainingData(structures));
    assertEquals(10, set.training().size() + set.validation().size());
    assertEquals(List.of(Element.H, Element.O), set.spec().elements());
    assertEquals(-14, set.spec().referenceEnergies()[0]);
    assertEquals(-41, set.spec().referenceEnergies()[1]);
    assertTrue(set.spec().shift() > 1 && set.spec().shift() < 1.4, "one eV for each atom, and the springs");
  }

  @Test
  void elementsOfFewStructuresAreNotHeldOut() {
    for (int seed = 0; seed < 10; seed++) {
      var structures = new ArrayList<>(Toy.waters(4, 1));
      structures.add(Toy.labelled(new int[] {8, 6}, new double[] {0, 0, 0, 1.1, 0, 0}));
      var config = Toy.config().withSeed(seed).withData(DataConfig.DEFAULT.withValidationFraction(0.8));
      var set = TrainingSet.prepare(config, new TrainingData(structures));
      assertTrue(set.training().stream().anyMatch(s -> s.structure().size() == 2), "seed " + seed);
    }
  }

  @Test
  void theFingerprintSeesEveryNumberAndTheOrder() {
    var a = Toy.waters(2, 1);
    String hash = DataHash.of(a);
    assertEquals(64, hash.length());
    assertEquals(hash, DataHash.of(Toy.waters(2, 1)));
    assertNotEquals(hash, DataHash.of(a.reversed()));
    assertNotEquals(hash, DataHash.of(List.of(a.get(0), a.get(1).withLabels(a.get(1).labels().withEnergy(1)))));
    double[] moved = a.get(1).positions();
    moved[8] = Math.nextUp(moved[8]);
    assertNotEquals(hash, DataHash.of(List.of(a.get(0), a.get(1).withPositions(moved).withLabels(a.get(1).labels()))));
  }

  @Property(tries = 100)
  void shufflesArePermutationsThatDependOnSeedAndNumber(@ForAll @IntRange(min = 1, max = 200) int n, @ForAll long seed,
      @ForAll @IntRange(min = 0, max = 1000) int epoch) {
    int[] order = Seeds.order(n, seed, epoch);
    assertTrue(Arrays.equals(order, Seeds.order(n, seed, epoch)));
    assertEquals(IntStream.range(0, n).boxed().toList(), Arrays.stream(order).sorted().boxed().toList());
    if (n > 50) {
      assertTrue(!Arrays.equals(order, Seeds.order(n, seed, epoch + 1)));
      assertTrue(!Arrays.equals(order, Seeds.order(n, seed + 1, epoch)));
    }
  }
}
