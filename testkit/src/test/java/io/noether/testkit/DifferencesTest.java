package io.noether.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  private static double atZero(DoubleUnaryOperator f, double step, int halvings) {
    return Differences.atZero(points -> Arrays.stream(points).map(f).toArray(), step, halvings);
  }

  @Test
  void smoothFunctionsToNearlyAllDigits() {
    assertEquals(Math.cos(0.7), atZero(x -> Math.sin(0.7 + x), 4e-3, 9), 1e-12);
    assertEquals(2 * Math.exp(0.2), atZero(x -> Math.exp(0.2 + 2 * x), 4e-3, 9), 1e-11);
  }

  @Test
  void functionsThatTurnSharplyWithinALargeStep() {
    double v = 2e-4;
    double slope = v / Math.sqrt(v * v + 1e-8);
    assertEquals(slope, atZero(x -> Math.sqrt((v + x) * (v + x) + 1e-8), 4e-3, 9), 1e-9);
  }

  @Test
  void roundedFunctionsToTheDigitsTheyHave() {
    assertEquals(Math.cos(0.7), atZero(x -> (float) Math.sin(0.7 + x), 1e-2, 3), 2e-4);
  }
}
