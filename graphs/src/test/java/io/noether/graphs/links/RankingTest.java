package io.noether.graphs.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against the definitions, with scores from so few values that many are equal. */
class RankingTest {
  @Test
  void randomScoresAgreeWithTheDefinitions() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      int values = 1 + random.nextInt(30);
      double[] links = random.doubles(1 + random.nextInt(40)).map(x -> Math.rint(x * values)).toArray();
      double[] others = random.doubles(1 + random.nextInt(40)).map(x -> Math.rint(x * values) - 2).toArray();
      var ranking = Ranking.of(links, others);
      assertEquals(auc(links, others), ranking.auc(), 1e-12);
      assertEquals(averagePrecision(links, others), ranking.averagePrecision(), 1e-12);
    }
  }

  @Test
  void knownCases() {
    assertEquals(new Ranking(1, 1), Ranking.of(new double[] {2, 3}, new double[] {0, 1}));
    assertEquals(new Ranking(0, 0.5 * (1.0 / 3 + 0.5)), Ranking.of(new double[] {0, 1}, new double[] {2, 3}));
    assertEquals(new Ranking(0.5, 0.5), Ranking.of(new double[] {1, 1}, new double[] {1, 1}));
    assertEquals(new Ranking(0.5, 0.5), Ranking.of(new double[] {0.0}, new double[] {-0.0}));
    assertThrows(IllegalArgumentException.class, () -> Ranking.of(new double[0], new double[1]));
    assertThrows(IllegalArgumentException.class, () -> Ranking.of(new double[] {Double.NaN}, new double[1]));
  }

  /** Every link against every other pair. */
  private static double auc(double[] links, double[] others) {
    double won = 0;
    for (double link : links) {
      for (double other : others) {
        won += link > other ? 1 : link == other ? 0.5 : 0;
      }
    }
    return won / (links.length * others.length);
  }

  /** Σ over thresholds, from above, of (recall gained) · precision. */
  private static double averagePrecision(double[] links, double[] others) {
    double sum = 0;
    double before = 0;
    double[] thresholds = Arrays.stream(links).map(x -> -x).sorted().distinct().map(x -> -x).toArray();
    for (double threshold : thresholds) {
      double found = Arrays.stream(links).filter(x -> x >= threshold).count();
      double wrong = Arrays.stream(others).filter(x -> x >= threshold).count();
      sum += (found / links.length - before) * found / (found + wrong);
      before = found / links.length;
    }
    return sum;
  }
}
