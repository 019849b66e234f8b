package io.noether.graphs.links;

import java.util.stream.IntStream;

/**
 * How well scores tell links from other pairs.
 *
 * @param auc area under the receiver operating characteristic: the chance that a link scores above another pair, equal
 *     scores counting half, in 0..1
 * @param averagePrecision mean over the links, from the highest score down, of the share of links among all pairs that
 *     score at least as high, in 0..1
 */
public record Ranking(double auc, double averagePrecision) {
  /** Ranks scores. @throws IllegalArgumentException if there are no links, or no other pairs, or a score is not a number */
  public static Ranking of(double[] links, double[] others) {
    if (links.length == 0 || others.length == 0) {
      throw new IllegalArgumentException(links.length + " links and " + others.length + " others cannot be ranked");
    }
    double[] up = sorted(links);
    double[] down = sorted(others);
    double pairs = 0;
    double precision = 0;
    int below = 0; // others that score less than the link
    int upTo = 0; // others that score no more than the link
    for (int from = 0; from < up.length;) { // links of one score together
      int to = from + 1;
      while (to < up.length && up[to] == up[from]) {
        to++;
      }
      while (below < down.length && down[below] < up[from]) {
        below++;
      }
      while (upTo < down.length && down[upTo] <= up[from]) {
        upTo++;
      }
      double linksFrom = up.length - from;
      pairs += (to - from) * 0.5 * (below + upTo);
      precision += (to - from) * linksFrom / (linksFrom + down.length - below);
      from = to;
    }
    return new Ranking(pairs / ((double) up.length * down.length), precision / up.length);
  }

  private static double[] sorted(double[] scores) {
    if (IntStream.range(0, scores.length).anyMatch(k -> Double.isNaN(scores[k]))) {
      throw new IllegalArgumentException("a score is not a number");
    }
    return java.util.Arrays.stream(scores).map(s -> s + 0.0).sorted().toArray(); // + 0.0: -0 equals 0
  }
}
