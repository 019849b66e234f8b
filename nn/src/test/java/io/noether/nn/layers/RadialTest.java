package io.noether.nn.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Gradients;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.PlannedProgram;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Radial bases and cutoff functions against their formulas, and what the cutoffs promise at the cutoff. */
class RadialTest {
  private static final double RC = 5;
  private static final Space EDGES = Space.streamed("edges");
  private final Graph graph = new Graph();
  private final Tensor input = graph.input("r", EDGES);
  private final Features distance = Features.of(Irrep.SCALAR, input, "r");

  @Test
  void gaussiansSitEvenlyFromZeroToTheCutoff() {
    double[] at = values(RadialBasis.GAUSSIAN.expand(distance, 6, RC).tensor(), 6, 2.5);
    for (int k = 0; k < 6; k++) {
      assertEquals(Math.exp(-(2.5 - k) * (2.5 - k) / 2), at[k], 1e-14);
    }
  }

  @Test
  void besselFunctionsAreSinesOverTheDistance() {
    double[] at = values(RadialBasis.BESSEL.expand(distance, 4, RC).tensor(), 4, 1.3);
    for (int n = 1; n <= 4; n++) {
      assertEquals(Math.sqrt(2 / RC) * Math.sin(n * Math.PI * 1.3 / RC) / 1.3, at[n - 1], 1e-14);
    }
  }

  @Test
  void smoothBesselFunctionsAreSumsOfSincsMadeOrthonormal() {
    for (double r : new double[] {0.3, 1.3, 4.2}) {
      double[] expected = smoothBessel(r, 6);
      double[] at = values(RadialBasis.SMOOTH_BESSEL.expand(distance, 6, RC).tensor(), 6, r);
      for (int m = 0; m < 6; m++) {
        assertEquals(expected[m], at[m], 1e-14, "m = " + m);
      }
    }
    int count = 5;
    double[][] overlap = new double[count][count];
    int steps = 2000;
    for (int k = 0; k < steps; k++) {
      double r = (k + 0.5) * RC / steps;
      double[] g = smoothBessel(r, count);
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          overlap[a][b] += g[a] * g[b] * r * r * RC / steps;
        }
      }
    }
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < count; b++) {
        assertEquals(a == b ? 1 : 0, overlap[a][b], 1e-5);
      }
    }
  }

  @Test
  void smoothBesselFunctionsVanishAtTheCutoffWithTheirSlopesAndAreFlatAtZero() {
    Tensor g = RadialBasis.SMOOTH_BESSEL.expand(distance, 4, RC).tensor();
    for (int m = 0; m < 4; m++) {
      Tensor one = g.slice(0, m, 1).reshape();
      Tensor slope = Gradients.of(one.total(), input);
      assertEquals(0, values(one, 1, RC)[0], 1e-14);
      assertEquals(0, values(slope, 1, RC)[0], 1e-13);
      double h = 1e-5;
      double difference = (values(one, 1, 2 + h)[0] - values(one, 1, 2 - h)[0]) / (2 * h);
      assertEquals(difference, values(slope, 1, 2)[0], 1e-9);
      assertEquals(values(one, 1, 1e-3)[0], values(one, 1, 1e-9)[0], 1e-5);
      assertEquals(0, values(slope, 1, 1e-6)[0], 1e-5);
    }
  }

  @Test
  void singlePrecisionKeepsTheDigitsOfSmoothBesselFunctions() {
    Tensor g = RadialBasis.SMOOTH_BESSEL.expand(distance, 3, RC).tensor();
    Tensor slope = Gradients.of(g.expand("k->", new int[0]).total(), input);
    var run = PlannedProgram.of(List.of(g, slope), Precision.FLOAT32).newExecution();
    run.resize(EDGES, 1);
    for (double r = 0.25; r <= 5; r += 0.25) { // exact in single precision
      run.bind(input, new double[] {r});
      run.run();
      double[] single = new double[3];
      run.read(g, single);
      assertArrayEquals(values(g, 3, r), single, 3e-7, "at " + r);
      double[] singleSlope = new double[1];
      run.read(slope, singleSlope);
      assertEquals(values(slope, 1, r)[0], singleSlope[0], 2e-6, "at " + r);
    }
  }

  /** As matgl computes them. */
  private static double[] smoothBessel(double r, int count) {
    double[] f = new double[count];
    for (int m = 0; m < count; m++) {
      double n = m + 1.0;
      f[m] = Math.pow(-1, m) * Math.sqrt(2) * Math.PI / Math.pow(RC, 1.5) * n * (n + 1)
          / Math.sqrt(n * n + (n + 1) * (n + 1)) * (sinc(n * Math.PI * r / RC) + sinc((n + 1) * Math.PI * r / RC));
    }
    double[] g = new double[count];
    double[] d = new double[count];
    for (int m = 0; m < count; m++) {
      double e = m * m * Math.pow(m + 2, 2) / (4 * Math.pow(m + 1, 4) + 1);
      d[m] = m == 0 ? 1 : 1 - e / d[m - 1];
      g[m] = m == 0 ? f[0] : (f[m] + Math.sqrt(e / d[m - 1]) * g[m - 1]) / Math.sqrt(d[m]);
    }
    return g;
  }

  private static double sinc(double x) {
    return Math.sin(x) / x;
  }

  @Test
  void cutoffsFollowTheirFormulas() {
    double r = 3.1;
    double x = r / RC;
    assertEquals(0.5 * (Math.cos(Math.PI * x) + 1), values(cosine(), 1, r)[0], 1e-14);
    for (int p = 2; p <= 9; p++) {
      double expected = 1 - (p + 1) * (p + 2) / 2.0 * Math.pow(x, p) + p * (p + 2) * Math.pow(x, p + 1)
          - p * (p + 1) / 2.0 * Math.pow(x, p + 2);
      assertEquals(expected, values(polynomial(p), 1, r)[0], 1e-13, "p = " + p);
    }
  }

  @Test
  void cutoffsAndTheirPromisedDerivativesVanishAtTheCutoffAndBeyond() {
    Tensor cosine = cosine();
    Tensor cosineSlope = Gradients.of(cosine.total(), input);
    Tensor polynomial = polynomial(6);
    Tensor slope = Gradients.of(polynomial.total(), input);
    Tensor curvature = Gradients.of(slope.total(), input);
    for (Tensor t : List.of(cosine, cosineSlope, polynomial, slope, curvature)) {
      assertEquals(0, values(t, 1, RC - 1e-9)[0], 1e-7);
      assertEquals(0, values(t, 1, RC)[0]);
      assertEquals(0, values(t, 1, RC + 0.7)[0]);
      assertTrue(Math.abs(values(t, 1, RC - 1)[0]) > 1e-3, t.toString());
    }
    assertEquals(1, values(cosine, 1, 1e-9)[0], 1e-12);
    assertEquals(1, values(polynomial, 1, 1e-9)[0], 1e-12);
  }

  @Test
  void namesAreReadBack() {
    for (CutoffFunction f : List.of(new CutoffFunction.Cosine(), new CutoffFunction.Polynomial(5))) {
      assertEquals(f, CutoffFunction.parse(f.toString()));
    }
    for (RadialBasis basis : RadialBasis.values()) {
      assertEquals(basis, RadialBasis.parse(basis.toString()));
    }
    for (String bad : List.of("", "polynomial", "polynomial-1", "polynomial-999", "tophat")) {
      assertThrows(IllegalArgumentException.class, () -> CutoffFunction.parse(bad), bad);
    }
    assertThrows(IllegalArgumentException.class, () -> RadialBasis.parse("fourier"));
  }

  private Tensor cosine() {
    return new CutoffFunction.Cosine().at(distance, RC).tensor();
  }

  private Tensor polynomial(int p) {
    return new CutoffFunction.Polynomial(p).at(distance, RC).tensor();
  }

  private double[] values(Tensor t, int width, double r) {
    var run = Program.interpreted(List.of(t)).newExecution();
    run.resize(EDGES, 1);
    run.bind(input, new double[] {r});
    run.run();
    double[] values = new double[width];
    run.read(t, values);
    return values;
  }
}
