package io.noether.autodiff.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Function;
import io.noether.autodiff.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many knots a function gets, which functions are refused, and how honest the report is. */
class FillingTest {
  private static final double START = 0.5;
  private final RadialGraph net = new RadialGraph();

  @Test
  void roughFunctionsGetMoreKnots() {
    TableReport smooth = fill(wave(2)).orElseThrow().report();
    TableReport rough = fill(wave(20)).orElseThrow().report();
    assertTrue(smooth.intervals() >= 128 && smooth.intervals() < 256, smooth.toString());
    assertTrue(rough.intervals() > 2 * smooth.intervals() && rough.intervals() <= 4096, rough.toString());
    assertEquals(START, smooth.from(), 0.05);
    assertEquals(RadialGraph.CUTOFF, smooth.to(), 1e-6);
  }

  /** As many as are needed: half as many would miss the promise. The errors of sin(kr) are known. */
  @Test
  void noMoreKnotsThanNeeded() {
    for (double k : new double[] {5, 11, 17, 40}) {
      TableReport report = fill(wave(k)).orElseThrow().report();
      double h = (report.to() - report.from()) / report.intervals();
      double slopeError = Math.pow(k * h, 3) / 128; // at the quarters, of a largest slope of k
      TableReport.Accuracy accuracy = report.tables().getFirst();
      assertEquals(slopeError * accuracy.largestSlope(), accuracy.slopeError(), 0.05 * accuracy.slopeError());
      assertEquals(Math.pow(k * h, 4) / 384 * accuracy.largest(), accuracy.error(), 0.05 * accuracy.error());
      assertTrue(slopeError < 1.05e-5 && (report.intervals() < 256 || 8 * slopeError > 0.95e-5), report.toString());
    }
  }

  @Test
  void functionsThatAreTooRoughAreRefused() {
    assertTrue(fill(wave(3000)).isEmpty());
    Tensor step = net.distance.minus(net.g.scalar(2.3)).apply(Function.STEP);
    assertTrue(fill(wave(2).times(step)).isEmpty(), "a jump");
    Tensor kink = net.distance.minus(net.g.scalar(2.3)).times(step);
    assertTrue(fill(wave(2).times(kink)).isEmpty(), "a kink");
    Tensor root = net.distance.plus(-2.3).sqrt();
    assertTrue(fill(wave(2).times(root)).isEmpty(), "not a number below 2.3");
    Tensor pole = net.distance.plus(-2.3).reciprocal();
    assertTrue(fill(wave(2).times(pole)).isEmpty(), "a pole");
  }

  /** A cutoff whose second derivative jumps at the end of the range does no harm there. */
  @Test
  void theCutoffIsAKnot() {
    TableReport report = fill(wave(2).times(net.cosine())).orElseThrow().report();
    assertTrue(report.intervals() < 512, report.toString());
  }

  /** Constants and zeros have no range of slopes to compare with. */
  @Test
  void functionsThatDoNotChange() {
    Tensor constant = net.linear(wave(2).times(net.g.scalar(0)), 16).plus(0.1);
    assertTrue(fill(constant).isPresent());
    Tensor almost = wave(2).times(1e-12).plus(0.1);
    assertTrue(fill(almost).isPresent());
    Tensor zero = net.g.contract("k,kn->n", wave(2), net.g.constant(new double[320], 20, 16));
    assertTrue(fill(zero).isPresent());
  }

  /** Deviations from the function at random places are what the report says, and not much less. */
  @Test
  void theReportIsHonest() {
    Tensor filter = net.filter(24);
    Tensor deep = net.linear(net.linear(net.gaussians(12), 16).silu(), 24).times(3);
    Tabulation tabulation = Tabulation.of(List.of(filter, deep), net.distance).orElseThrow();
    var parameters = Molecule.parameters(net, 1);
    Tables tables = tabulation.fill(parameters::bindTo, START, RadialGraph.CUTOFF).orElseThrow();
    TableReport report = tables.report();
    assertEquals(tabulation.functions().stream().map(Tensor::name).toList(),
        report.tables().stream().map(TableReport.Accuracy::function).toList());
    var random = new SplittableRandom(5);
    var molecule =
        Molecule.of(Molecule.lengths(report.from(), RadialGraph.CUTOFF, 4000, random), random);
    var outputs = new Outputs(net, List.of(filter, deep), tabulation.outputs(), parameters);
    List<double[]> exact = outputs.exact(molecule);
    List<double[]> looked = outputs.interpreted(molecule, tabulation, tables);
    for (int f = 0; f < 2; f++) {
      TableReport.Accuracy accuracy = report.tables().get(f);
      double error = Outputs.largestDifference(exact.get(f), looked.get(f));
      assertTrue(error <= 1.02 * accuracy.error() && error > 0.8 * accuracy.error(), error + " of " + accuracy);
      double largest = Outputs.largestDifference(exact.get(f), new double[exact.get(f).length]);
      assertEquals(accuracy.largest(), largest, 1e-3 * largest);
      assertTrue(accuracy.error() <= 1e-6 * accuracy.largest());
      assertTrue(accuracy.slopeError() <= 1e-5 * accuracy.largestSlope() * (1 + 1e-6));
    }
  }

  @Test
  void bothErrorsAreBounded() {
    assertTrue(Filling.isEnough(new TableReport.Accuracy("f", 1, 3, 2.99e-6, 7, 6.99e-5), 0.01));
    assertFalse(Filling.isEnough(new TableReport.Accuracy("f", 1, 3, 3.01e-6, 7, 6.99e-5), 0.01));
    assertFalse(Filling.isEnough(new TableReport.Accuracy("f", 1, 3, 2.99e-6, 7, 7.01e-5), 0.01));
    assertFalse(Filling.isEnough(new TableReport.Accuracy("f", 1, Double.NaN, Double.NaN, 7, 0), 0.01));
    assertFalse(Filling.isEnough(new TableReport.Accuracy("f", 1, 3, 0, Double.POSITIVE_INFINITY, Double.NaN), 0.01));
  }

  @Test
  void aRangeHasALength() {
    Tabulation tabulation = Tabulation.of(List.of(net.filter(24)), net.distance).orElseThrow();
    for (double[] range : new double[][] {{2, 2}, {3, 2}, {Double.NaN, 1}, {0, Double.POSITIVE_INFINITY}}) {
      assertThrows(IllegalArgumentException.class, () -> tabulation.fill(_ -> {}, range[0], range[1]));
    }
  }

  /** sin(kr + phase), 20 numbers, made expensive by a product with one. */
  private Tensor wave(double k) {
    double[] phases = IntStream.range(0, 20).mapToDouble(p -> 0.3 * p).toArray();
    double[] one = new double[400];
    for (int p = 0; p < 20; p++) {
      one[21 * p] = 1;
    }
    Tensor waves = net.distance.expand("->k", 20).times(k).plus(net.g.constant(phases, 20)).apply(Function.SIN);
    return net.g.contract("k,kn->n", waves, net.g.constant(one, 20, 20));
  }

  private Optional<Tables> fill(Tensor function) {
    Tabulation tabulation = Tabulation.of(List.of(function), net.distance).orElseThrow();
    return tabulation.fill(Molecule.parameters(net, 1)::bindTo, START, RadialGraph.CUTOFF);
  }
}
