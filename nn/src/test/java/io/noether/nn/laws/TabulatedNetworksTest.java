package io.noether.nn.laws;

import io.noether.autodiff.Precision;
import io.noether.core.Potential;
import io.noether.nn.Architecture;
import io.noether.nn.inference.Tuning;
import io.noether.testkit.PotentialContract;
import io.noether.testkit.Tolerance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks obey every law with their radial parts in tables and structures cut into regions, one for each atom. */
@ParameterizedClass(name = "{0} {1}, {2} bytes")
@CsvSource({"painn, 2, 1", "painn, 5, 9000000000", "egnn, 3, 1", "egnn, 6, 9000000000", "schnet, 2, 1",
    "tensornet, 2, 1", "tensornet, 5, 9000000000"})
class TabulatedNetworksTest implements PotentialContract {
  /** Made once for all laws: planning and compiling take longer than a law. */
  private static final Map<String, Potential> MADE = new ConcurrentHashMap<>();

  private final long seed;
  private final Architecture network;
  private final Potential potential;

  TabulatedNetworksTest(String name, long seed, long regionBytes) {
    this.seed = seed;
    network = RandomModel.network(name, seed);
    potential = MADE.computeIfAbsent(name + seed,
        _ -> RandomModel.potential(network, seed, Precision.FLOAT32, new Tuning(0, 0, regionBytes)));
  }

  @Override
  public Potential potential() {
    return potential;
  }

  @Override
  public Tolerance tolerance() {
    return Tolerance.FLOAT32;
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
