package outside;

import io.noether.core.Potential;
import io.noether.testkit.PotentialContract;

/** The network of somebody else under every law. */
class VectorSumsLawsTest implements PotentialContract {
  @Override
  public Potential potential() {
    return VectorSumsTest.TRAINED;
  }
}
