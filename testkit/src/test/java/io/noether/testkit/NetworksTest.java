package io.noether.testkit;

import io.noether.autodiff.Precision;
import io.noether.nn.Architecture;
import io.noether.nn.Potential;
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
  private final long seed;
  private final Precision precision;
  private final Architecture network;
  private final Potential potential;

  NetworksTest(String name, long seed, Precision precision) {
    this.seed = seed;
    this.precision = precision;
    network = RandomModel.network(name, seed);
    potential = RandomModel.potential(network, seed, precision);
  }

  @Override
  public Potential potential() {
    return potential;
  }

  @Override
  public Tolerance tolerance() {
    return Tolerance.of(precision);
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
