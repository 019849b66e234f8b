package io.noether.nn.laws;

import io.noether.autodiff.Precision;
import io.noether.core.Potential;
import io.noether.nn.Architecture;
import io.noether.testkit.Effort;
import io.noether.testkit.PotentialContract;
import io.noether.testkit.Tolerance;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network, at random sizes and with random weights, obeys every law, in both precisions. */
@ParameterizedClass(name = "{0} {1}, {2}")
@MethodSource("networks")
class NetworksTest implements PotentialContract {
  /** Made once for all laws: planning and compiling take longer than a law. */
  private static final Map<String, Potential> MADE = new ConcurrentHashMap<>();

  /**
   * A few of each by default; seeds 1, 2, 3, ... in a thorough run, in double precision. In single precision differences
   * of energies cannot judge the forces of a network that turns within 1e-3 Å, as PaiNN does at seed 4 where the norm of a
   * vector almost vanishes; there {@link SinglePrecisionTest} looks at seeds 1, 2, 3, ...
   */
  static Stream<Arguments> networks() {
    return Stream.of(seeds("painn", Precision.FLOAT64, 1, 2, 3, 4), seeds("painn", Precision.FLOAT32, 1, 2, 3),
        seeds("egnn", Precision.FLOAT64, 1, 2, 3, 4), seeds("egnn", Precision.FLOAT32, 1, 2, 3),
        seeds("schnet", Precision.FLOAT64, 1, 2, 3), seeds("schnet", Precision.FLOAT32, 1, 2),
        seeds("tensornet", Precision.FLOAT64, 1, 3, 12), seeds("tensornet", Precision.FLOAT32, 2, 4))
        .flatMap(arguments -> arguments);
  }

  private static Stream<Arguments> seeds(String name, Precision precision, long... usual) {
    LongStream seeds = precision == Precision.FLOAT64 ? Effort.seeds(usual) : Arrays.stream(usual);
    return seeds.mapToObj(seed -> Arguments.of(name, seed, precision));
  }

  private final long seed;
  private final Precision precision;
  private final Architecture network;
  private final Potential potential;

  NetworksTest(String name, long seed, Precision precision) {
    this.seed = seed;
    this.precision = precision;
    network = RandomModel.network(name, seed);
    potential = MADE.computeIfAbsent(name + seed + precision, _ -> RandomModel.potential(network, seed, precision));
  }

  @Override
  public Potential potential() {
    return potential;
  }

  @Override
  public Tolerance tolerance() {
    return precision == Precision.FLOAT64 ? Tolerance.FLOAT64 : Tolerance.FLOAT32;
  }

  @Override
  public int order() {
    return RandomModel.order(network);
  }

  @Override
  public long seed() {
    return seed;
  }

  @Override
  public int samples() {
    return Effort.samples(2);
  }
}
