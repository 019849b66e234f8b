package io.noether.testkit;

import io.noether.core.Element;
import io.noether.core.Potential;
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

  /** How many structures of each kind a law is tried on: {@link Effort#samples} of 3 unless overridden. */
  default int samples() {
    return Effort.samples(3);
  }

  /**
   * Whether the potential takes structures that repeat: crystals, slabs and wires. If not, molecules alone are tried and
   * laws about cells and stress are skipped.
   */
  default boolean periodic() {
    return true;
  }

  /**
   * The fewest atoms in a random cell: 1 unless overridden. Around a lone atom all vectors vanish by symmetry, up to
   * rounding; a network that divides by their norms, smooth on a scale of 1e-4 as √(V² + 1e-8) is, can magnify what
   * rounding leaves by any weights it was trained to. Such a network is tried on cells of 2 atoms or more.
   */
  default int smallestCell() {
    return 1;
  }
}
