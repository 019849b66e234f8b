package io.noether.autodiff.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Workers;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdamWTest {
  private static OptimiserConfig config(boolean amsgrad, double clip, double ema) {
    return new OptimiserConfig(0.1, 0.02, amsgrad, 0.8, 0.9, clip, ema);
  }

  /** The published update, one parameter at a time, written as in the papers. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void followsThePublishedUpdate(boolean amsgrad) {
    double[] gradients = {3, -0.5, 0.01, 2};
    double w = 1.5;
    double m = 0;
    double v = 0;
    double most = 0;
    double[] weights = {1.5};
    var adam = new AdamW(config(amsgrad, 0, 0), 1);
    for (int t = 1; t <= gradients.length; t++) {
      double rate = 0.1 / t;
      double g = gradients[t - 1] * 0.5;
      w = w - rate * 0.02 * w;
      m = 0.8 * m + 0.2 * g;
      v = 0.9 * v + 0.1 * g * g;
      most = amsgrad ? Math.max(most, v) : v;
      w = w - rate * (m / (1 - Math.pow(0.8, t))) / (Math.sqrt(most / (1 - Math.pow(0.9, t))) + 1e-8);
      adam.begin(t, rate);
      adam.update(weights, new double[] {gradients[t - 1]}, 0.5, 0, 1);
      assertEquals(w, weights[0], 1e-14);
    }
  }

  @Test
  void longGradientsAreShortenedToTheNormAndShortOnesAreNot() {
    double[] weights = new double[20_000]; // more than two blocks
    var optimiser = new Optimiser(config(false, 10, 0), Workers.CALLER, weights);
    java.util.Arrays.fill(optimiser.gradient(), 1);
    double norm = optimiser.step(0.1);
    assertEquals(Math.sqrt(20_000), norm, 1e-9);
    assertEquals(0.2 * 10 / norm, optimiser.adam().mean()[19_999], 1e-12);

    var unclipped = new Optimiser(config(false, 200, 0), Workers.CALLER, weights.clone());
    java.util.Arrays.fill(unclipped.gradient(), 1);
    unclipped.step(0.1);
    assertEquals(0.2, unclipped.adam().mean()[8192], 1e-15);
  }

  @Test
  void averagesForgetTheStart() {
    double[] weights = {0};
    var ema = new Ema(0.5, new double[] {100});
    for (int t = 1; t <= 60; t++) {
      ema.begin(t);
      ema.update(weights, 0, 1);
    }
    assertEquals(0, ema.values()[0], 1e-9);

    var first = new Ema(0.5, new double[] {100});
    first.begin(1);
    first.update(weights, 0, 1);
    assertEquals(100 * 2.0 / 11, first.values()[0], 1e-12);

    var none = new Ema(0, new double[] {100});
    none.begin(1);
    none.update(new double[] {7}, 0, 1);
    assertEquals(7, none.values()[0]);
  }

  @Test
  void blocksInAnyOrderGiveTheSameBits() {
    Workers backwards = (parts, task) -> {
      for (int part = parts - 1; part >= 0; part--) {
        task.run(part, 0);
      }
    };
    var random = new Random(3);
    double[] start = random.doubles(30_000, -1, 1).toArray();
    double[] g = random.doubles(30_000, -1, 1).toArray();
    double[][] results = new double[2][];
    for (int k = 0; k < 2; k++) {
      double[] weights = start.clone();
      var optimiser = new Optimiser(config(true, 1, 0.9), k == 0 ? Workers.CALLER : backwards, weights);
      for (int step = 0; step < 3; step++) {
        System.arraycopy(g, 0, optimiser.gradient(), 0, g.length);
        optimiser.step(0.01);
      }
      results[k] = optimiser.averaged();
    }
    assertArrayEquals(results[0], results[1]);
  }

  @Test
  void aGradientThatIsNotFiniteMovesNothingAndManyEndTheRun() {
    double[] weights = {1, 2};
    var optimiser = new Optimiser(config(false, 1, 0.9), Workers.CALLER, weights);
    optimiser.gradient()[1] = Double.NaN;
    optimiser.step(0.1);
    assertArrayEquals(new double[] {1, 2}, weights);
    String message = assertThrows(DivergedException.class, () -> {
      for (int k = 0; k < 100; k++) {
        optimiser.step(0.1);
      }
    }).getMessage();
    assertTrue(message.contains("diverged") && message.contains("learning_rate"), message);
  }
}
