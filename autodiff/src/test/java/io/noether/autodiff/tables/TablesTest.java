package io.noether.autodiff.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.noether.autodiff.Tensor;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TablesTest {
  private final RadialGraph net = new RadialGraph();
  private final Tensor function = net.linear(net.gaussians(20), 24); // not zero at the cutoff
  private final Tabulation tabulation = Tabulation.of(List.of(function), net.distance).orElseThrow();
  private final Tables tables =
      tabulation.fill(Molecule.parameters(net, 1)::bindTo, 0.5, RadialGraph.CUTOFF).orElseThrow();

  @Test
  void onlyValuesBeforeTheStartAreNotCovered() {
    double start = tables.report().from();
    assertTrue(tables.covers(start) && tables.covers(RadialGraph.CUTOFF) && tables.covers(100));
    assertFalse(tables.covers(Math.nextDown(start)) || tables.covers(0) || tables.covers(Double.NaN));
    int[] intervals = new int[4];
    assertTrue(tables.locate(new double[] {1, 2, 3, 100}, 0, 4, intervals));
    assertFalse(tables.locate(new double[] {1, 2, Math.nextDown(start), 3}, 0, 4, intervals));
    assertTrue(tables.locate(new double[] {1, 2, 0.1, 0.1}, 0, 2, intervals), "only the first two count");
  }

  @Test
  void beyondTheEndTheyAreZero() {
    var random = new SplittableRandom(1);
    double[] lengths = {4.6, RadialGraph.CUTOFF, RadialGraph.CUTOFF + 1e-5, 6, 1e3};
    Molecule molecule = Molecule.of(lengths, random);
    var outputs = new Outputs(net, List.of(function), tabulation.outputs(), Molecule.parameters(net, 1));
    double[] values = outputs.interpreted(molecule, tabulation, tables).getFirst();
    for (int e = 0; e < lengths.length; e++) {
      double[] row = Arrays.copyOfRange(values, 24 * e, 24 * e + 24);
      if (e < 2) {
        assertTrue(Arrays.stream(row).allMatch(v -> v != 0));
      } else {
        assertArrayEquals(new double[24], row, "at " + lengths[e]);
      }
    }
  }

  @Test
  void locatingAllocatesNothing() {
    double[] values = new SplittableRandom(1).doubles(1000, 0, 6).toArray();
    int[] intervals = new int[values.length];
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 200 && least > 0; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      tables.locate(values, 0, values.length, intervals);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least);
  }
}
