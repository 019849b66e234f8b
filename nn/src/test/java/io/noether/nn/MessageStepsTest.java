package io.noether.nn;

import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;
import static io.noether.nn.AtomicGraph.STRUCTURE_OF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Tensor;
import io.noether.nn.inference.Networks;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.Egnn;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import io.noether.nn.models.SchNet;
import io.noether.nn.models.TensorNet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How far networks look. */
class MessageStepsTest {
  private final AtomicGraph batch = new AtomicGraph();
  private final Tensor edges = batch.edgeVectors().squaredNorm().tensor();

  @Test
  void anInteractionIsAStep() {
    for (int n = 1; n < 5; n++) {
      var painn = new PaiNN(4, n, new Radial(3, 3, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
      var egnn = new Egnn(4, n, new Radial(3, 3, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
      var schnet = new SchNet(4, n, new Radial(3, 3, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
      var tensornet = new TensorNet(4, n - 1, new Radial(3, 3, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
      assertEquals(OptionalInt.of(n), Networks.model(schnet).messageSteps());
      assertEquals(OptionalInt.of(n), Networks.model(tensornet).messageSteps()); // its embedding is one
      assertEquals(OptionalInt.of(n), Networks.model(painn).messageSteps());
      assertEquals(OptionalInt.of(n), Networks.model(egnn).messageSteps());
    }
  }

  @Test
  void theLongestChainCounts() {
    Tensor once = edges.sum(RECEIVER);
    assertEquals(OptionalInt.of(0), MessageSteps.of(batch.weight()));
    assertEquals(OptionalInt.of(1), MessageSteps.of(once.plus(batch.weight())));
    assertEquals(OptionalInt.of(2), MessageSteps.of(once.plus(once.exp().gather(SENDER).sum(RECEIVER))));
  }

  @Test
  void whatIsGatheredAtTheReceiverAndSummedThereAgainDoesNotComeFromFartherAway() {
    Tensor once = edges.sum(RECEIVER);
    Tensor again = once.gather(RECEIVER).times(edges).sum(RECEIVER);
    assertEquals(OptionalInt.of(1), MessageSteps.of(again));
    assertEquals(OptionalInt.of(1), MessageSteps.of(again.gather(RECEIVER).plus(edges).exp().sum(RECEIVER)));
    assertEquals(OptionalInt.of(2), MessageSteps.of(again.gather(SENDER).times(edges).sum(RECEIVER)));
    assertEquals(OptionalInt.of(1), MessageSteps.of(batch.weight().gather(SENDER).sum(RECEIVER)));
    assertEquals(OptionalInt.of(1), MessageSteps.of(batch.weight().gather(RECEIVER).sum(RECEIVER)));
  }

  @Test
  void aSumIntoSendersIsTwoSteps() {
    assertEquals(OptionalInt.of(2), MessageSteps.of(edges.sum(SENDER)));
    assertEquals(OptionalInt.of(3), MessageSteps.of(edges.sum(SENDER).gather(SENDER).sum(RECEIVER)));
    assertEquals(OptionalInt.of(3), MessageSteps.of(edges.sum(SENDER).gather(RECEIVER).sum(SENDER)));
    assertEquals(OptionalInt.of(2), MessageSteps.of(edges.sum(RECEIVER).gather(SENDER).sum(SENDER)));
  }

  @Test
  void whatLooksAtAWholeStructureHasNoNumberOfSteps() {
    Tensor once = edges.sum(RECEIVER);
    assertEquals(OptionalInt.empty(), MessageSteps.of(once.sum(STRUCTURE_OF).gather(STRUCTURE_OF).plus(once)));
    assertEquals(OptionalInt.empty(), MessageSteps.of(once.times(once.total())));
  }
}
