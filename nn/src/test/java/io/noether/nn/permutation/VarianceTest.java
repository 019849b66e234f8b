package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With fresh weights the output is about as large as the input, for graphs of any size. */
class VarianceTest {
  private static final int CHANNELS = 16;

  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "2,1", "2,2", "2,3"})
  void doesNotGrowWithTheNumberOfNodes(int from, int to) {
    var one = new OneLayer(from, to, CHANNELS, CHANNELS, 5);
    double first = 0;
    for (int nodes : new int[] {3, 6, 12, 24}) {
      var random = new Random(6);
      var batch = new DenseBatch(Math.max(from, to), nodes, nodes);
      double[] noise = new double[batch.count(from) * CHANNELS];
      Arrays.setAll(noise, _ -> random.nextGaussian());
      double ofNoise = meanSquare(one.interpreted(batch, noise)) / meanSquare(noise);
      double[] equal = noise.clone();
      Arrays.setAll(equal, k -> noise[k % CHANNELS]); // the same for all tuples: the most that sums can add up to
      double ofEqual = meanSquare(one.interpreted(batch, equal)) / meanSquare(equal);
      first = first == 0 ? ofNoise : first;
      assertTrue(ofNoise < 1.5 * first, nodes + " nodes, noise: " + ofNoise + " against " + first);
      assertTrue(ofEqual < 4 && ofEqual > 0.2, nodes + " nodes, all alike: " + ofEqual);
      assertTrue(ofNoise < 2 && ofNoise > 0.05, nodes + " nodes, noise: " + ofNoise);
    }
  }

  private static double meanSquare(double[] values) {
    return Arrays.stream(values).map(v -> v * v).average().orElse(0);
  }
}
