package io.noether.nn.laws;

import io.noether.autodiff.Precision;
import io.noether.core.HessianPotential;
import io.noether.testkit.Effort;
import io.noether.testkit.HessianContract;
import io.noether.testkit.Tolerance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Second derivatives of every network, at random sizes and with random weights, obey every law of Hessians. */
@ParameterizedClass(name = "{0} {1}, {2}")
@CsvSource({"painn, 1, FLOAT64", "egnn, 2, FLOAT64", "schnet, 1, FLOAT64", "tensornet, 3, FLOAT64"})
class HessiansTest implements HessianContract {
  /** Made once for all laws: planning and compiling take longer than a law. */
  private static final Map<String, HessianPotential> MADE = new ConcurrentHashMap<>();

  private final long seed;
  private final HessianPotential potential;

  HessiansTest(String name, long seed, Precision precision) {
    this.seed = seed;
    potential = MADE.computeIfAbsent(name + seed + precision,
        _ -> RandomModel.potential(RandomModel.network(name, seed), seed, precision));
  }

  @Override
  public HessianPotential potential() {
    return potential;
  }

  @Override
  public Tolerance tolerance() {
    return Tolerance.FLOAT64;
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
