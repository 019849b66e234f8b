package io.noether.nn.laws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Precision;
import io.noether.core.Element;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Seeds;
import io.noether.core.Structure;
import io.noether.core.geometry.Orthogonal;
import io.noether.core.geometry.Permutation;
import io.noether.testkit.jqwik.Atomistic;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The symmetries together, as one property: structures, rotations, displacements and orders of atoms are drawn anew at
 * each run, and a failure shrinks to few atoms. The contracts draw the same structures each time, one symmetry at a time.
 */
class PropertiesTest {
  private static final List<Element> ELEMENTS = List.of(Element.bySymbol("O"), Element.bySymbol("H"));
  private static final Potential POTENTIAL =
      RandomModel.potential(RandomModel.network("tensornet", 3), 3, Precision.FLOAT64);

  @Provide
  Arbitrary<Structure> molecules() {
    return Atomistic.molecules(ELEMENTS, 2, 8);
  }

  @Provide
  Arbitrary<Structure> periodic() {
    return Atomistic.periodic(ELEMENTS, 1, 5);
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
  Arbitrary<double[]> displacements() {
    return Atomistic.displacements(10);
  }

  @Property(tries = 40)
  void moleculesTurnedMovedAndRelabelledAreTheSame(@ForAll("molecules") Structure molecule,
      @ForAll("rotations") Orthogonal turn, @ForAll("displacements") double[] by, @ForAll long seed) {
    sameAfter(molecule, turn, by, Permutation.random(molecule.size(), Seeds.generator(seed)));
  }

  @Property(tries = 40)
  void whatRepeatsMirroredMovedAndRelabelledIsTheSame(@ForAll("periodic") Structure structure,
      @ForAll("reflections") Orthogonal turn, @ForAll("displacements") double[] by, @ForAll long seed) {
    sameAfter(structure, turn, by, Permutation.random(structure.size(), Seeds.generator(seed)));
  }

  private static void sameAfter(Structure structure, Orthogonal turn, double[] by, Permutation order) {
    Prediction before = POTENTIAL.predict(structure);
    Prediction after =
        POTENTIAL.predict(structure.rotated(turn).translated(by[0], by[1], by[2]).permuted(order));
    double allowed = 1e-10 * Math.max(1, Arrays.stream(before.forces()).map(Math::abs).max().orElseThrow());
    assertEquals(before.energy(), after.energy(), structure.size() * allowed);
    assertArrayEquals(order.applyToRows(turn.apply(before.forces())), after.forces(), allowed);
  }
}
