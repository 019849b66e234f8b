package io.noether.testkit;

import io.noether.core.Element;
import io.noether.nn.Potential;
import java.util.List;

/** What every contract asks for: the potential, and how hard to look. */
public interface PotentialUnderTest {
  /** The potential. Asked more than once in a test, so keep it; every answer must be the same function. */
  Potential potential();

  /** Elements to draw structures from; all that the potential knows unless overridden. */
  default List<Element> elements() {
    return potential().elements();
  }

  /** How far from a law the potential may be; double precision unless overridden. */
  default Tolerance tolerance() {
    return Tolerance.FLOAT64;
  }

  /** Decides all random structures, rotations and so on. The same seed tests the same things. */
  default long seed() {
    return 1;
  }

  /** How many structures of each kind a law is tried on. */
  default int samples() {
    return 3;
  }
}
