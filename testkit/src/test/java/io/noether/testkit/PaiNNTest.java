package io.noether.testkit;

import io.noether.autodiff.Precision;
import io.noether.nn.Potential;
import io.noether.nn.models.PaiNN;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** PaiNN at random sizes and with random weights obeys every law, in both precisions. */
@ParameterizedClass(name = "model {0}, {1}")
@CsvSource({"1, FLOAT64", "2, FLOAT64", "3, FLOAT64", "4, FLOAT64", "1, FLOAT32", "2, FLOAT32", "3, FLOAT32"})
class PaiNNTest implements PotentialContract {
  private final long seed;
  private final Precision precision;
  private final PaiNN network;
  private final Potential potential;

  PaiNNTest(long seed, Precision precision) {
    this.seed = seed;
    this.precision = precision;
    network = RandomModel.painn(seed);
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
