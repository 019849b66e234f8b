package io.noether.testkit.jqwik;

import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.Periodicity;
import io.noether.core.Seeds;
import io.noether.core.Structure;
import io.noether.core.geometry.Orthogonal;
import io.noether.core.geometry.Permutation;
import io.noether.testkit.random.RandomCells;
import io.noether.testkit.random.RandomRotations;
import io.noether.testkit.random.RandomStructures;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Arbitraries of what interatomic potentials are about. Each draws a size, where there is one, and a seed, and calls a
 * generator of {@link io.noether.testkit}; so a failure shrinks to few atoms, and its seed reproduces it.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Structure> water() {
 *   return Atomistic.molecules(List.of(Element.bySymbol("O"), Element.bySymbol("H")), 1, 12);
 * }
 * }</pre>
 */
public final class Atomistic {
  private Atomistic() {}

  /** Molecules with a number of atoms in a range, both ends included. */
  public static Arbitrary<Structure> molecules(List<Element> elements, int fewest, int most) {
    return sized(fewest, most, (atoms, random) -> RandomStructures.molecule(random, elements, atoms));
  }

  /** Crystals with a number of atoms in the cell in a range, both ends included. */
  public static Arbitrary<Structure> crystals(List<Element> elements, int fewest, int most) {
    return sized(fewest, most, (atoms, random) -> RandomStructures.crystal(random, elements, atoms));
  }

  /** Wires, slabs and crystals with a number of atoms in the cell in a range, both ends included. */
  public static Arbitrary<Structure> periodic(List<Element> elements, int fewest, int most) {
    return Combinators.combine(Arbitraries.integers().between(fewest, most), periodicities(), seeds())
        .as((atoms, periodicity, seed) -> RandomStructures.periodic(generator(seed), elements, atoms, periodicity));
  }

  /**
   * Cells that repeat along at least one vector.
   *
   * @param volume Å³
   */
  public static Arbitrary<Cell> cells(double volume) {
    return Combinators.combine(periodicities(), seeds())
        .as((periodicity, seed) -> RandomCells.cell(generator(seed), volume, periodicity));
  }

  /** Every way to repeat but none. */
  public static Arbitrary<Periodicity> periodicities() {
    return Arbitraries.integers().between(1, 7)
        .map(bits -> new Periodicity((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0));
  }

  /** Rotations, uniformly. */
  public static Arbitrary<Orthogonal> rotations() {
    return seeded(RandomRotations::rotation);
  }

  /** Rotations followed by a reflection, uniformly. */
  public static Arbitrary<Orthogonal> reflections() {
    return seeded(RandomRotations::reflection);
  }

  /** Orders of a number of atoms. */
  public static Arbitrary<Permutation> permutations(int atoms) {
    return seeded(random -> Permutation.random(atoms, random));
  }

  /** Displacements of any direction up to a length (Å), three components. */
  public static Arbitrary<double[]> displacements(double longest) {
    return seeded(random -> RandomRotations.displacement(random, longest));
  }

  /** Anything that a function makes of a random generator. */
  public static <T> Arbitrary<T> seeded(Function<RandomGenerator, T> draw) {
    return seeds().map(seed -> draw.apply(generator(seed)));
  }

  private interface Draw<T> {
    T of(int size, RandomGenerator random);
  }

  private static <T> Arbitrary<T> sized(int fewest, int most, Draw<T> draw) {
    return Combinators.combine(Arbitraries.integers().between(fewest, most), seeds())
        .as((size, seed) -> draw.of(size, generator(seed)));
  }

  private static Arbitrary<Long> seeds() {
    return Arbitraries.longs().withoutEdgeCases();
  }

  private static RandomGenerator generator(long seed) {
    return Seeds.generator(seed);
  }
}
