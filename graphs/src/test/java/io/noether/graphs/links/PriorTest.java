package io.noether.graphs.links;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Program;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.graphs.GaussianPosterior;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class PriorTest {
  private static final int NODES = 4;
  private static final double A = 0.8;
  private static final double B = 0.3;

  private final Random random = new Random(9);
  private final double[] mean = random.doubles(NODES).map(x -> 2 * x - 1).toArray();
  private final double[] logDeviation = random.doubles(NODES).map(x -> x - 0.7).toArray();

  @Test
  void divergencesAreThoseOfTheDefinition() {
    assertEquals(divergence(covariance(1, 0)), divergence(Prior.STANDARD), 1e-12);
    assertEquals(divergence(covariance(A, B)), divergence(Prior.EXCHANGEABLE), 1e-12);
  }

  /** Moments of a vector's entries and of pairs of entries are those of aI + b11ᵀ, whichever nodes they belong to. */
  @Test
  void samplesAreExchangeable() {
    int samples = 200_000;
    double[][] covariance = new double[NODES][NODES];
    double[] sum = new double[NODES];
    double[] cubes = new double[NODES];
    for (int s = 0; s < samples; s++) {
      double[] z = Prior.sample(A, B, NODES, random);
      for (int i = 0; i < NODES; i++) {
        sum[i] += z[i] / samples;
        cubes[i] += z[i] * z[i] * z[(i + 1) % NODES] / samples;
        for (int j = 0; j < NODES; j++) {
          covariance[i][j] += z[i] * z[j] / samples;
        }
      }
    }
    double error = 5 * 1.5 / Math.sqrt(samples); // five standard errors, and more
    assertArrayEquals(new double[NODES], sum, error);
    assertArrayEquals(new double[NODES], cubes, 2 * error);
    for (int i = 0; i < NODES; i++) {
      assertArrayEquals(covariance(A, B)[i], covariance[i], error, "node " + i);
    }
  }

  private double divergence(Prior prior) {
    var graph = new Graph();
    var nodes = Space.stored("nodes");
    var q = new GaussianPosterior(graph.input("mean", nodes, 2), graph.input("logDeviation", nodes, 2));
    Tensor divergence = prior.divergence(q);
    Execution execution = Program.interpreted(List.of(divergence)).newExecution();
    execution.resize(nodes, NODES);
    execution.bind(q.mean(), twice(mean));
    execution.bind(q.logDeviation(), twice(logDeviation));
    for (Tensor p : graph.parameters()) {
      double value = Math.log(p.name().equals("prior.logA") ? A : B);
      execution.bind(p, new double[] {value, value});
    }
    execution.run();
    return execution.read(divergence) / 2;
  }

  /** ½ (tr Σ⁻¹S + μᵀΣ⁻¹μ - n + ln det Σ - ln det S) with S the posterior's variances. */
  private double divergence(double[][] covariance) {
    var prior = new CholeskyDecomposition(new Array2DRowRealMatrix(covariance));
    RealMatrix inverse = prior.getSolver().getInverse();
    double sum = Math.log(prior.getDeterminant()) - NODES;
    for (int i = 0; i < NODES; i++) {
      sum += inverse.getEntry(i, i) * Math.exp(2 * logDeviation[i]) - 2 * logDeviation[i];
    }
    var posterior = new ArrayRealVector(mean);
    return (sum + posterior.dotProduct(inverse.operate(posterior))) / 2;
  }

  private static double[][] covariance(double a, double b) {
    double[][] covariance = new double[NODES][NODES];
    for (int i = 0; i < NODES; i++) {
      Arrays.fill(covariance[i], b);
      covariance[i][i] = a + b;
    }
    return covariance;
  }

  /** The same in two channels. */
  private static double[] twice(double[] values) {
    return Arrays.stream(values).flatMap(x -> Arrays.stream(new double[] {x, x})).toArray();
  }
}
