package io.noether.testkit;

import io.noether.core.Element;
import io.noether.core.Periodicity;
import io.noether.core.Seeds;
import io.noether.core.Structure;
import io.noether.testkit.random.Distances;
import io.noether.testkit.random.RandomRotations;
import io.noether.testkit.random.RandomStructures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.opentest4j.TestAbortedException;

/**
 * The structures that a contract tries its laws on: the same ones for the same seed. Where a law is about periodic
 * structures and the potential takes none, the law is skipped.
 */
final class TrialStructures {
  private static final List<Periodicity> SLABS_AND_WIRES = List.of(new Periodicity(true, true, false),
      new Periodicity(false, false, true), new Periodicity(true, false, true), new Periodicity(false, true, false));
  private static final int TRIES = 2000;

  private TrialStructures() {}

  /** Molecules of 2 to 7 atoms; the first has two. */
  static List<TrialStructure> molecules(PotentialUnderTest contract) {
    return molecules(contract, 2, structure -> true);
  }

  /** Cells of up to 4 atoms, periodic in all directions; the first has the fewest that the contract allows. */
  static List<TrialStructure> crystals(PotentialUnderTest contract) {
    return crystals(contract, structure -> true);
  }

  /** Crystals, slabs and wires. */
  static List<TrialStructure> periodic(PotentialUnderTest contract) {
    return periodic(contract, structure -> true);
  }

  /** Molecules, crystals, slabs and wires. */
  static List<TrialStructure> all(PotentialUnderTest contract) {
    return contract.periodic() ? joined(molecules(contract), periodic(contract)) : molecules(contract);
  }

  /** Crystals in which a small step takes no pair across the cutoff. */
  static List<TrialStructure> crystalsOffTheCutoff(PotentialUnderTest contract, OptionalDouble cutoff) {
    return crystals(contract, offTheCutoff(contract, cutoff));
  }

  /**
   * All kinds of structures in which a small step takes no pair across the cutoff. No molecule of two atoms: a vector
   * on one of its atoms has one component to vanish by, so there the norms of vectors, smooth on a scale of 1e-4 Å only
   * in some networks, turn sharply at some distances; with more atoms that is rare.
   */
  static List<TrialStructure> allOffTheCutoff(PotentialUnderTest contract, OptionalDouble cutoff) {
    var accepted = offTheCutoff(contract, cutoff);
    List<TrialStructure> molecules = molecules(contract, 3, accepted);
    return contract.periodic() ? joined(molecules, periodic(contract, accepted)) : molecules;
  }

  /** Two atoms, for up to ten pairs of elements. */
  static List<TrialStructure> pairs(PotentialUnderTest contract) {
    var pairs = new ArrayList<TrialStructure>();
    List<Element> elements = contract.elements();
    for (int sum = 0; sum < 2 * elements.size() && pairs.size() < 10; sum++) {
      for (int a = Math.max(0, sum - elements.size() + 1); 2 * a <= sum && pairs.size() < 10; a++) {
        Element first = elements.get(a);
        Element second = elements.get(sum - a);
        int[] numbers = {first.atomicNumber(), second.atomicNumber()};
        var random = generator(contract.seed(), 1000 + pairs.size());
        double[] direction = RandomRotations.direction(random);
        var structure = Structure.of(numbers, ArrayMath.joined(new double[3], direction));
        pairs.add(new TrialStructure("pair", structure, random));
      }
    }
    return pairs;
  }

  /** A generator of its own for each use of a seed. */
  static RandomGenerator generator(long seed, int use) {
    return Seeds.generator(seed, use);
  }

  static List<Structure> structures(List<TrialStructure> samples) {
    return samples.stream().map(TrialStructure::structure).toList();
  }

  private static List<TrialStructure> molecules(PotentialUnderTest contract, int smallest,
      Predicate<Structure> accepted) {
    var samples = new ArrayList<TrialStructure>();
    List<Element> elements = contract.elements();
    for (int k = 0; k < contract.samples(); k++) {
      int index = k;
      samples.add(sample("molecule " + k, generator(contract.seed(), 2000 + k), accepted,
          random -> RandomStructures.molecule(random, elements, index == 0 ? smallest : random.nextInt(3, 8))));
    }
    return samples;
  }

  private static List<TrialStructure> crystals(PotentialUnderTest contract, Predicate<Structure> accepted) {
    if (!contract.periodic()) {
      throw new TestAbortedException("law skipped: the potential does not take periodic structures");
    }
    var samples = new ArrayList<TrialStructure>();
    List<Element> elements = contract.elements();
    for (int k = 0; k < contract.samples(); k++) {
      int index = k;
      samples.add(sample("crystal " + k, generator(contract.seed(), 3000 + k), accepted,
          random -> RandomStructures.crystal(random, elements,
              index == 0 ? contract.smallestCell() : random.nextInt(2, 5))));
    }
    return samples;
  }

  private static List<TrialStructure> periodic(PotentialUnderTest contract, Predicate<Structure> accepted) {
    var samples = new ArrayList<>(crystals(contract, accepted));
    List<Element> elements = contract.elements();
    for (int k = 0; k < contract.samples(); k++) {
      Periodicity periodicity = SLABS_AND_WIRES.get(k % SLABS_AND_WIRES.size());
      String name = (k % 2 == 0 ? "slab " : "wire ") + k;
      samples.add(sample(name, generator(contract.seed(), 4000 + k), accepted,
          random -> RandomStructures.periodic(random, elements, random.nextInt(contract.smallestCell(), 5),
              periodicity)));
    }
    return samples;
  }

  private static TrialStructure sample(String name, RandomGenerator random, Predicate<Structure> accepted,
      Function<RandomGenerator, Structure> draw) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Structure structure = draw.apply(random);
      if (accepted.test(structure)) {
        return new TrialStructure(name, structure, random);
      }
    }
    throw new IllegalStateException("no " + name + " without a pair near the cutoff in " + TRIES + " tries:"
        + " the cutoff is too large for the step of the tolerance");
  }

  private static Predicate<Structure> offTheCutoff(PotentialUnderTest contract, OptionalDouble cutoff) {
    double margin = 1.5 * contract.tolerance().step(); // strain is more than a step when a pair is a bit beyond it
    return structure -> cutoff.isEmpty() || Distances.noneNear(cutoff.getAsDouble(), margin, structure);
  }

  private static List<TrialStructure> joined(List<TrialStructure> a, List<TrialStructure> b) {
    var both = new ArrayList<>(a);
    both.addAll(b);
    return both;
  }
}
