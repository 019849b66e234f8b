package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Cell;
import io.noether.core.Structure;
import io.noether.dynamics.relax.CellRelaxation;
import io.noether.dynamics.relax.Relaxation;
import io.noether.dynamics.relax.RelaxationListener;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Relaxing silicon by an imported universal potential takes few force calls. ASE 3.22.1's BFGS needs 18 force calls for this start with the FrechetCellFilter of later
 * versions and the same fmax, and 40 for 64 atoms.
 */
class MatPesTest {
  @Test
  void rattledSiliconIsRelaxedInFewForceCalls() {
    var start = rattled(silicon(5.6), 0.1);
    var relaxed = Relaxation.DEFAULT.withCell(CellRelaxation.FREE).run(SharedModels.matPes(), start,
        RelaxationListener.SILENT);
    assertTrue(relaxed.converged());
    assertTrue(relaxed.last().maxForce() <= 0.01);
    assertTrue(relaxed.last().forceCalls() <= 9, relaxed.last().forceCalls() + " force calls");
    assertEquals(5.475, Math.cbrt(relaxed.last().structure().cell().volume()), 2e-3);
  }

  private static Structure silicon(double lattice) {
    double[] fractions =
        {0, 0, 0, .25, .25, .25, .5, .5, 0, .75, .75, .25, .5, 0, .5, .75, .25, .75, 0, .5, .5, .25, .75, .75};
    int[] numbers = new int[8];
    Arrays.fill(numbers, 14);
    return Structure.of(numbers, Arrays.stream(fractions).map(f -> f * lattice).toArray(),
        Cell.box(lattice, lattice, lattice));
  }

  private static Structure rattled(Structure structure, double width) {
    var random = new Random(0);
    return structure
        .withPositions(Arrays.stream(structure.positions()).map(x -> x + width * random.nextGaussian()).toArray());
  }
}
