package io.noether.nn.laws;

import io.noether.autodiff.Precision;
import io.noether.core.Potential;
import io.noether.nn.Architecture;
import io.noether.testkit.PotentialContract;
import io.noether.testkit.Tolerance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Every network, at random sizes and with random weights, obeys every law, in both precisions. */
@ParameterizedClass(name = "{0} {1}, {2}")
@CsvSource({"painn, 1, FLOAT64", "painn, 2, FLOAT64", "painn, 3, FLOAT64", "painn, 4, FLOAT64", "painn, 1, FLOAT32",
    "painn, 2, FLOAT32", "painn, 3, FLOAT32", "egnn, 1, FLOAT64", "egnn, 2, FLOAT64", "egnn, 3, FLOAT64",
    "egnn, 4, FLOAT64", "egnn, 1, FLOAT32", "egnn, 2, FLOAT32", "egnn, 3, FLOAT32", "schnet, 1, FLOAT64",
    "schnet, 2, FLOAT64", "schnet, 3, FLOAT64", "schnet, 1, FLOAT32", "schnet, 2, FLOAT32", "tensornet, 1, FLOAT64",
    "tensornet, 3, FLOAT64", "tensornet, 12, FLOAT64", "tensornet, 2, FLOAT32", "tensornet, 4, FLOAT32"})
class NetworksTest implements PotentialContract {
  /** Made once for all laws: planning and compiling take longer than a law. */
  private static final Map<String, Potential> MADE = new ConcurrentHashMap<>();

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
    return 2;
  }
}
