package io.noether.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.nn.training.ScheduleConfig.Kind;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void cosineWarmsUpAndFallsToItsLastFraction() {
    var schedule = new Schedule(new ScheduleConfig(Kind.COSINE, 9, 0.1, 1, 1), 2);
    assertEquals(0.2, schedule.rate(0, 0), 1e-12);
    assertEquals(1, schedule.rate(4, 0), 1e-12);
    assertEquals(2, schedule.rate(9, 0), 1e-12);
    assertEquals(2 * 0.55, schedule.rate(500, 0.5), 1e-12);
    assertEquals(0.2, schedule.rate(1000, 1), 1e-12);
    assertEquals(0.2, schedule.rate(1000, 1.5), 1e-12);
  }

  @Test
  void plateauFallsAfterSoManyEpochsWithoutABetterScore() {
    var schedule = new Schedule(new ScheduleConfig(Kind.PLATEAU, 0, 0, 0.5, 2), 1);
    double[] scores = {5, 4, 4, 4.5, 3, 3, 3, 3, 3};
    double[] rates = {1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125};
    for (int epoch = 0; epoch < scores.length; epoch++) {
      schedule.epochDone(scores[epoch]);
      assertEquals(rates[epoch], schedule.rate(100, 0.9), 1e-12, "after epoch " + epoch);
    }
    var other = new Schedule(new ScheduleConfig(Kind.PLATEAU, 0, 0, 0.5, 2), 1);
    other.restore(schedule.state());
    assertEquals(0.125, other.rate(0, 0), 1e-12);
  }

  @Test
  void constantStays() {
    assertEquals(3, new Schedule(new ScheduleConfig(Kind.CONSTANT, 0, 0, 0.5, 2), 3).rate(0, 1), 1e-12);
  }
}
