package io.noether.autodiff.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnotsTest {
  @ParameterizedTest
  @CsvSource({"0.5, 5", "0.5, 4.7", "0.01, 0.3", "1, 12.35", "-3.1, 2"})
  void everyKnotIsExactInSinglePrecision(double from, double to) {
    Knots knots = Knots.of(from, to, 128).halved().halved();
    for (int k = 0; k < knots.rows(); k++) {
      assertEquals(knots.position(k), (float) knots.position(k));
    }
    assertEquals(1, knots.spacing() / Math.scalb(1.0, Math.getExponent(knots.spacing())));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 5", "0.5, 4.7", "0.01, 0.3", "1, 12.35", "-3.1, 2"})
  void theyCoverTheRange(double from, double to) {
    Knots knots = Knots.of(from, to, 128);
    assertTrue(knots.intervals() >= 128 && knots.intervals() < 256, "intervals " + knots.intervals());
    assertTrue(knots.start() >= from && knots.start() < from + knots.spacing(), "start " + knots.start());
    assertTrue(knots.end() >= to && knots.end() < to + 1e-6, "end " + knots.end());
    assertEquals(2 * knots.intervals(), knots.halved().intervals());
    assertEquals(knots.start(), knots.halved().start());
  }

  @ParameterizedTest
  @CsvSource({"0.5, 5", "0.5, 4.7"})
  void aValueLiesInItsInterval(double from, double to) {
    Knots knots = Knots.of(from, to, 128);
    for (double value = knots.start(); value <= to; value += 0.00137) {
      int row = knots.row(value);
      assertTrue(knots.position(row) <= value && value <= knots.position(row + 1), "at " + value);
    }
    assertEquals(0, knots.row(knots.start()));
    assertEquals(0, knots.row(-1));
    assertEquals(0, knots.row(Double.NaN));
    assertEquals(knots.intervals() - 1, knots.row(knots.end()));
    assertEquals(knots.rows() - 1, knots.row(Math.nextUp(knots.end())));
    assertEquals(knots.rows() - 1, knots.row(Double.POSITIVE_INFINITY));
  }
}
