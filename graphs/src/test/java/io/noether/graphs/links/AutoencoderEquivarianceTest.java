package io.noether.graphs.links;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Encoder and decoder together commute with every relabelling of the nodes, and the loss does not notice it. */
class AutoencoderEquivarianceTest {
  private static final int LATENT = 3;

  static java.util.stream.Stream<Arguments> models() {
    return java.util.stream.Stream.<LinkModel>of(new Vgae(5, LATENT), new SecondOrder(4, LATENT, 2))
        .flatMap(model -> java.util.stream.Stream.of(Prior.values()).map(prior -> Arguments.of(model, prior)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void theRelabelledGraphHasTheRelabelledOutputAndTheSameLoss(LinkModel model, Prior prior) {
    for (int seed = 0; seed < 3; seed++) {
      var random = new Random(seed);
      int n = 5 + random.nextInt(6);
      var graph = TestGraphs.random(n, 7, n + 2, random);
      double[] noise = new double[n * LATENT];
      Arrays.setAll(noise, _ -> random.nextGaussian());
      int[] names = names(n, random);
      double[] renamedNoise = new double[noise.length];
      IntStream.range(0, n)
          .forEach(i -> System.arraycopy(noise, i * LATENT, renamedNoise, names[i] * LATENT, LATENT));

      var run = new SmallRun(model, prior, graph, noise);
      var renamed = new SmallRun(model, prior, TestGraphs.renamed(graph, names), renamedNoise);
      double[] logits = run.logits(n);
      double[] expected = new double[n * n];
      IntStream.range(0, n * n).forEach(k -> expected[names[k / n] * n + names[k % n]] = logits[k]);
      assertArrayEquals(expected, renamed.logits(n), 1e-10);
      assertEquals(run.loss(), renamed.loss(), 1e-10);
      assertArrayEquals(run.gradients(), renamed.gradients(), 1e-10);
      assertTrue(Arrays.stream(logits).max().orElseThrow() - Arrays.stream(logits).min().orElseThrow() > 0.1,
          "all pairs score the same, so nothing was tested");
    }
  }

  private static int[] names(int n, Random random) {
    var order = new java.util.ArrayList<>(IntStream.range(0, n).boxed().toList());
    Collections.shuffle(order, random);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
