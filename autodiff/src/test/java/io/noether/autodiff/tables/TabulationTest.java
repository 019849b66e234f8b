package io.noether.autodiff.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Gradients;
import io.noether.autodiff.Graph;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.PlannedProgram;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks with tables against the same without. */
class TabulationTest {
  private static final double START = 0.5;

  private final RadialGraph net = new RadialGraph();

  /** A filter on every edge, weighed by numbers below 1, and its derivative with respect to the edge. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void functionsAndTheirDerivativesKeepThePromise(long seed) {
    Tensor filter = net.filter(24);
    Tabulation tabulation = Tabulation.of(List.of(filter), net.distance).orElseThrow();
    double[] weights = new SplittableRandom(seed).doubles(24, -1, 1).toArray();
    Outputs outputs = outputs(List.of(filter), tabulation.outputs(), weights, seed);
    Tables tables = tabulation.fill(outputs.parameters()::bindTo, START, RadialGraph.CUTOFF).orElseThrow();
    var accuracy = tables.report().tables().getFirst();
    double sum = Arrays.stream(weights).map(Math::abs).sum();
    Molecule molecule = molecule(tables, 500, seed);
    List<double[]> exact = outputs.exact(molecule);

    List<double[]> doubles = outputs.interpreted(molecule, tabulation, tables);
    assertClose(exact.get(0), doubles.get(0), 1e-6 * accuracy.largest());
    assertClose(exact.get(1), doubles.get(1), sum * 1.03e-5 * accuracy.largestSlope());
    List<double[]> planned = outputs.run(PlannedProgram.of(outputs.rewritten(), Precision.FLOAT64), molecule,
        tabulation, tables);
    assertClose(doubles.get(0), planned.get(0), 1e-13);
    assertClose(doubles.get(1), planned.get(1), 1e-12);
    List<double[]> single = outputs.run(PlannedProgram.of(outputs.rewritten(), Precision.FLOAT32), molecule,
        tabulation, tables);
    double rounding = 0x1p-23 * RadialGraph.CUTOFF; // of a distance
    assertClose(exact.get(0), single.get(0), 2e-6 * accuracy.largest() + rounding * accuracy.largestSlope());
    assertClose(exact.get(1), single.get(1), sum * (1.2e-5 + 10 * rounding) * accuracy.largestSlope());
  }

  /** Energies and forces of a whole network, with nothing left of the radial networks. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void energiesAndForcesOfANetwork(long seed) {
    Tensor energies = net.atomicEnergies(8);
    Tabulation tabulation = Tabulation.of(List.of(energies), net.distance).orElseThrow();
    assertTrue(Graph.reachable(tabulation.outputs()).stream().noneMatch(tabulation.functions()::contains));
    Outputs outputs = outputs(List.of(energies), tabulation.outputs(), new double[0], seed);
    Tables tables = tabulation.fill(outputs.parameters()::bindTo, START, RadialGraph.CUTOFF).orElseThrow();
    Molecule molecule = molecule(tables, 40, seed);
    List<double[]> exact = outputs.exact(molecule);
    List<double[]> doubles = outputs.interpreted(molecule, tabulation, tables);
    assertRelative(3e-6, 3e-5, exact, doubles);
    for (Precision precision : Precision.values()) {
      var planned = outputs.run(PlannedProgram.of(outputs.rewritten(), precision), molecule, tabulation, tables);
      double unit = precision == Precision.FLOAT32 ? 2e-5 : 1e-13;
      assertRelative(unit, 10 * unit, doubles, planned);
    }
  }

  /** Forces are the derivative of the energy that the tables give, not only close to that of the network. */
  @Test
  void forcesAreExactDerivatives() {
    Tensor energies = net.atomicEnergies(8);
    Tabulation tabulation = Tabulation.of(List.of(energies), net.distance).orElseThrow();
    Outputs outputs = outputs(List.of(energies), tabulation.outputs(), new double[0], 7);
    Tables tables = tabulation.fill(outputs.parameters()::bindTo, START, RadialGraph.CUTOFF).orElseThrow();
    TableReport report = tables.report();
    double h = (report.to() - report.from()) / report.intervals();
    var random = new SplittableRandom(7); // places where steps stay within an interval: at knots the cubic changes
    double[] lengths = random.ints(12, 0, report.intervals())
        .mapToDouble(k -> report.from() + (k + random.nextDouble(0.2, 0.8)) * h).toArray();
    Molecule molecule = Molecule.of(lengths, random);
    double[] forces = outputs.interpreted(molecule, tabulation, tables).get(1);
    double[] ofTheNetwork = outputs.exact(molecule).get(1);
    double step = 1e-4;
    double furthest = 0;
    for (int n = 0; n < forces.length; n++) {
      double near = energy(outputs, molecule, tabulation, tables, n, step)
          - energy(outputs, molecule, tabulation, tables, n, -step);
      double far = energy(outputs, molecule, tabulation, tables, n, 2 * step)
          - energy(outputs, molecule, tabulation, tables, n, -2 * step);
      assertEquals((8 * near - far) / (12 * step), forces[n], 1e-8 * largest(forces));
      furthest = Math.max(furthest, Math.abs(forces[n] - ofTheNetwork[n]));
    }
    assertTrue(furthest > 1e-7 * largest(forces), "the network's own forces would pass as well: " + furthest);
  }

  /** A graph may be rewritten twice, and a rewritten output again. */
  @Test
  void tablesDoNotMeet() {
    Tensor first = net.filter(24);
    Tensor second = net.filter(16);
    Tabulation one = Tabulation.of(List.of(first), net.distance).orElseThrow();
    Tabulation other = Tabulation.of(List.of(one.outputs().getFirst(), second), net.distance).orElseThrow();
    assertEquals(List.of(second), other.functions());
    assertEquals(one.outputs().getFirst(), other.outputs().getFirst());
  }

  private double energy(Outputs outputs, Molecule molecule, Tabulation tabulation, Tables tables, int n, double step) {
    double[] moved = molecule.vectors().clone();
    moved[n] += step;
    var atoms = outputs.interpreted(molecule.with(moved), tabulation, tables).getFirst();
    return Arrays.stream(atoms).sum();
  }

  /** The outputs and the gradient of their sum, weighed along their last axis, for the edges. */
  private Outputs outputs(List<Tensor> original, List<Tensor> rewritten, double[] weights, long seed) {
    return new Outputs(net, withGradient(original, weights), withGradient(rewritten, weights),
        new ParameterSet(net.g.parameters(), seed, Map.of(RadialGraph.KINDS, 3)));
  }

  private List<Tensor> withGradient(List<Tensor> outputs, double[] weights) {
    Tensor f = outputs.getFirst();
    Tensor scalar = weights.length == 0 ? f : net.g.contract("n,n->", f, net.g.constant(weights, weights.length));
    return List.of(f, Gradients.of(scalar.total(), net.vector));
  }

  private static Molecule molecule(Tables tables, int edges, long seed) {
    var random = new SplittableRandom(seed);
    return Molecule.of(Molecule.lengths(tables.report().from(), RadialGraph.CUTOFF, edges, random), random);
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
  }

  private static void assertRelative(double value, double gradient, List<double[]> expected, List<double[]> actual) {
    assertClose(expected.get(0), actual.get(0), value * largest(expected.get(0)));
    assertClose(expected.get(1), actual.get(1), gradient * largest(expected.get(1)));
  }

  private static void assertClose(double[] expected, double[] actual, double tolerance) {
    assertEquals(expected.length, actual.length);
    double difference = Outputs.largestDifference(expected, actual);
    assertTrue(difference <= tolerance, "differs by " + difference + ", more than " + tolerance);
  }
}
