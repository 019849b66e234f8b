package io.noether.testkit;

import io.noether.autodiff.Precision;
import io.noether.nn.Potential;
import io.noether.nn.models.Egnn;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Egnn at random sizes and with random weights obeys every law, in both precisions. */
@ParameterizedClass(name = "model {0}, {1}")
@CsvSource({"1, FLOAT64", "2, FLOAT64", "3, FLOAT64", "4, FLOAT64", "1, FLOAT32", "2, FLOAT32", "3, FLOAT32"})
class EgnnTest implements PotentialContract {
  private final long seed;
  private final Precision precision;
  private final Egnn network;
  private final Potential potential;

  EgnnTest(long seed, Precision precision) {
    this.seed = seed;
    this.precision = precision;
    network = RandomModel.egnn(seed);
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
    return RandomModel.order(network.cutoffFunction());
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
