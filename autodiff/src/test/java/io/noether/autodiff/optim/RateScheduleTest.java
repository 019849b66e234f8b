package io.noether.autodiff.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.optim.RateSchedule.Kind;
import org.junit.jupiter.api.Test;

class RateScheduleTest {
  @Test
  void cosineWarmsUpAndFallsToItsLastFraction() {
    var schedule = new RateSchedule(Kind.COSINE, 9, 0.1, 1, 1);
    assertEquals(0.2, schedule.rate(2, 0, 0, Plateau.START), 1e-12);
    assertEquals(1, schedule.rate(2, 4, 0, Plateau.START), 1e-12);
    assertEquals(2, schedule.rate(2, 9, 0, Plateau.START), 1e-12);
    assertEquals(2 * 0.55, schedule.rate(2, 500, 0.5, Plateau.START), 1e-12);
    assertEquals(0.2, schedule.rate(2, 1000, 1, Plateau.START), 1e-12);
    assertEquals(0.2, schedule.rate(2, 1000, 1.5, Plateau.START), 1e-12);
  }

  @Test
  void plateauFallsAfterSoManyEpochsWithoutABetterScore() {
    var schedule = new RateSchedule(Kind.PLATEAU, 0, 0, 0.5, 2);
    double[] scores = {5, 4, 4, 4.5, 3, 3, 3, 3, 3};
    double[] rates = {1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125};
    Plateau plateau = Plateau.START;
    for (int epoch = 0; epoch < scores.length; epoch++) {
      plateau = schedule.after(plateau, scores[epoch]);
      assertEquals(rates[epoch], schedule.rate(1, 100, 0.9, plateau), 1e-12, "after epoch " + epoch);
    }
  }

  @Test
  void constantStays() {
    assertEquals(3, RateSchedule.CONSTANT.rate(3, 0, 1, Plateau.START), 1e-12);
  }
}
