package io.noether.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.core.Cell;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import org.junit.jupiter.api.Test;

/** What is expected below is itself Java that compiles: each text is the expression above it. */
class SourceCodeTest {
  @Test
  void aMolecule() {
    var molecule = Structure.of(new int[] {8, 1}, new double[] {0.0, 0.1, -0.0,
        1.0E-5, 2.0, 0.30000000000000004});
    assertEquals("""
        Structure.of(new int[] {8, 1}, new double[] {0.0, 0.1, -0.0,
            1.0E-5, 2.0, 0.30000000000000004})""", SourceCode.of(molecule));
  }

  @Test
  void aSlab() {
    var slab = Structure.of(new int[] {14}, new double[] {0.5, 0.0, 0.0},
        Cell.of(new double[] {3.0, 0.0, 0.0,
            0.5, 3.0, 0.0,
            0.0, 0.0, 9.0}, new Periodicity(true, true, false)));
    assertEquals("""
        Structure.of(new int[] {14}, new double[] {0.5, 0.0, 0.0},
            Cell.of(new double[] {3.0, 0.0, 0.0,
            0.5, 3.0, 0.0,
            0.0, 0.0, 9.0}, new Periodicity(true, true, false)))""", SourceCode.of(slab));
  }
}
