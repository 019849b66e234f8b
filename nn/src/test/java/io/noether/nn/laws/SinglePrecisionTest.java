package io.noether.nn.laws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Precision;
import io.noether.core.Seeds;
import io.noether.core.Structure;
import io.noether.testkit.Effort;
import io.noether.testkit.Tolerance;
import io.noether.testkit.random.RandomStructures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What single precision says of a network is what double precision says, where laws by differences are blind. */
class SinglePrecisionTest {
  private static Stream<Arguments> networks() {
    return Stream.of("painn", "egnn", "schnet", "tensornet")
        .flatMap(name -> Effort.seeds(1, 4).mapToObj(seed -> Arguments.of(name, seed)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void bothPrecisionsAgree(String name, long seed) {
    var network = RandomModel.network(name, seed);
    var exact = RandomModel.potential(network, seed, Precision.FLOAT64);
    var single = RandomModel.potential(network, seed, Precision.FLOAT32);
    for (Structure structure : structures(seed)) {
      var expected = exact.predict(structure);
      var found = single.predict(structure);
      double force = Arrays.stream(expected.forces()).map(Math::abs).max().orElseThrow();
      double allowed = Tolerance.FLOAT32.relative() * Math.max(0.1, force);
      assertEquals(expected.energy(), found.energy(), structure.size() * allowed);
      assertArrayEquals(expected.forces(), found.forces(), allowed);
    }
  }

  private static List<Structure> structures(long seed) {
    var random = Seeds.generator(seed, "single precision");
    var structures = new ArrayList<Structure>();
    for (int k = 0; k < Effort.samples(5); k++) {
      structures.add(RandomStructures.molecule(random, RandomModel.ELEMENTS, 2 + k % 6));
      structures.add(RandomStructures.crystal(random, RandomModel.ELEMENTS, 2 + k % 3));
    }
    return structures;
  }
}
