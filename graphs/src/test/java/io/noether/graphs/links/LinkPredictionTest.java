package io.noether.graphs.links;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.optim.DescentListener;
import io.noether.autodiff.optim.EpochEnd;
import io.noether.autodiff.optim.Progress;
import io.noether.core.InputException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkPredictionTest {
  private static final CitationGraph GRAPH = TestGraphs.communities(4, 1);

  @ParameterizedTest
  @EnumSource(LinkNetwork.Kind.class)
  void communitiesAreLearnedAndTheSeedDecides(LinkNetwork.Kind kind) {
    var prediction = new LinkPrediction(GRAPH, settings(kind, Prior.STANDARD));
    var result = prediction.run(1);
    assertTrue(result.test().auc() > 0.7, result::toString);
    assertTrue(result.test().averagePrecision() > 0.65, result::toString);
    assertEquals(result, prediction.run(1));
    assertNotEquals(result.test(), prediction.run(2).test());
  }

  @Test
  void theExchangeablePriorLearnsToo() {
    var result = new LinkPrediction(GRAPH, settings(LinkNetwork.Kind.SN2, Prior.EXCHANGEABLE)).run(1);
    assertTrue(result.test().auc() > 0.7, result::toString);
  }

  @Test
  void validationChoosesTheWeights() {
    var settings = settings(LinkNetwork.Kind.SN2, Prior.STANDARD).withLearningRate(0.05); // too large: the scores jump about
    var run = new LinkPrediction(GRAPH, settings).newRun(1);
    var scores = new TreeMap<Integer, Double>();
    var result = run.run(new DescentListener() {
      @Override
      public void epochDone(EpochEnd end) {
        end.score().ifPresent(score -> scores.put(end.progress().epoch(), -score));
      }
    }).orElseThrow();
    double best = scores.values().stream().max(Double::compare).orElseThrow();
    assertTrue(scores.lastEntry().getValue() < best, "the last weights are the best: " + scores);
    assertEquals(best, result.validation().auc());
    assertEquals(best, scores.get(result.epoch()));
    assertTrue(scores.keySet().stream().allMatch(epoch -> epoch % 5 == 0), scores.toString());
  }

  @Test
  void theLastEpochIsValidated() {
    var last = new LinkPrediction(GRAPH, LinkSettings.of(LinkNetwork.Kind.VGAE).withEpochs(3)).run(1);
    assertEquals(3, last.epoch());
  }

  @Test
  void aStoppedRunGoesOnToTheSameResult() {
    var prediction = new LinkPrediction(GRAPH, settings(LinkNetwork.Kind.SN2, Prior.EXCHANGEABLE).withEpochs(40));
    var first = prediction.newRun(1);
    assertTrue(first.run(new DescentListener() {
      @Override
      public void stepped(Progress progress) {
        if (progress.steps() == 17) {
          first.requestStop();
        }
      }
    }).isEmpty());
    var second = prediction.newRun(1);
    second.restore(first.state());
    var whole = prediction.newRun(1);
    assertEquals(whole.run(), second.run());
    assertArrayEquals(whole.state().weights(), second.state().weights());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    var settings = LinkSettings.of(LinkNetwork.Kind.SN2);
    assertThrows(InputException.class, () -> settings.withEpochs(0));
    assertThrows(InputException.class, () -> settings.network().withLatent(0));
    assertThrows(InputException.class, () -> settings.network().withHidden(100_000));
    assertThrows(InputException.class, () -> settings.network().withSteps(-1));
    assertThrows(InputException.class, () -> settings.withDivergence(Double.NaN));
  }

  private static LinkSettings settings(LinkNetwork.Kind kind, Prior prior) {
    return LinkSettings.of(kind).withNetwork(LinkNetwork.of(kind).withHidden(8).withLatent(8)).withEpochs(150)
        .withPrior(prior);
  }
}
