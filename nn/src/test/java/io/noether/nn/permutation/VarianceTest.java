package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How large the output of a layer with fresh weights is. Over random weights, the mean of y² is Σ_D mean of D(x)² over
 * the number of maps that reach every output, for any fixed x; that sum is taken map by map.
 */
class VarianceTest {
  private static final int CHANNELS = 16;
  private static final int SEEDS = 30;
  /** An output has at least 16 independent numbers a seed: 30 seeds leave 6 %, and this is four times that. */
  private static final double TOLERANCE = 0.25;

  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "2,1", "2,2", "2,3"})
  void isWhatTheMapsAddUpToAndDoesNotGrowWithTheNumberOfNodes(int from, int to) {
    double first = 0;
    for (int nodes : new int[] {3, 6, 10}) {
      var random = new Random(6);
      var batch = new DenseBatch(Math.max(from, to), nodes, nodes);
      double[] noise = new double[batch.count(from) * CHANNELS];
      Arrays.setAll(noise, _ -> random.nextGaussian());
      double[] equal = noise.clone();
      Arrays.setAll(equal, k -> noise[k % CHANNELS]); // the same for all tuples: the most that sums can add up to

      double alike = expected(from, to, batch, equal);
      assertEquals(shareOfOutputs(from, to, nodes), alike, 1e-9, nodes + " nodes, all alike");
      assertEquals(1, measured(from, to, batch, equal) / alike, TOLERANCE, nodes + " nodes, all alike");
      double ofNoise = expected(from, to, batch, noise);
      assertEquals(1, measured(from, to, batch, noise) / ofNoise, TOLERANCE, nodes + " nodes, noise");
      first = first == 0 ? ofNoise : first;
      assertTrue(ofNoise < 1.05 * first, nodes + " nodes, noise: " + ofNoise + " against " + first);
    }
  }

  /** Mean square of the output over that of the input, over fresh weights. */
  private static double measured(int from, int to, DenseBatch batch, double[] x) {
    double sum = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      sum += meanSquare(new OneLayer(from, to, CHANNELS, CHANNELS, seed).interpreted(batch, x));
    }
    return sum / SEEDS / meanSquare(x);
  }

  /** The same over all weights that there are: the maps' own outputs, one channel after another. */
  private static double expected(int from, int to, DenseBatch batch, double[] x) {
    var maps = OneLayer.ofSeparateMaps(from, to);
    double sum = 0;
    for (int channel = 0; channel < CHANNELS; channel++) {
      double[] one = new double[x.length / CHANNELS];
      int c = channel;
      Arrays.setAll(one, k -> x[k * CHANNELS + c]);
      sum += meanSquare(maps.interpreted(batch, one));
    }
    return sum / CHANNELS * maps.out / everywhere(from, to) / meanSquare(x);
  }

  /** Where all tuples are alike, a map gives its input back on the outputs that it reaches. */
  private static double shareOfOutputs(int from, int to, int nodes) {
    return Diagram.all(from, to).stream()
        .mapToDouble(d -> Math.pow(nodes, SetPartitions.blocks(d.outputPattern()) - (double) to)).sum()
        / everywhere(from, to);
  }

  private static long everywhere(int from, int to) {
    return Diagram.all(from, to).stream().filter(d -> SetPartitions.blocks(d.outputPattern()) == to).count();
  }

  private static double meanSquare(double[] values) {
    return Arrays.stream(values).map(v -> v * v).average().orElse(0);
  }
}
