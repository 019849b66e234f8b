package io.noether.graphs.links;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkPredictionTest {
  private static final CitationGraph GRAPH = TestGraphs.communities(4, 1);

  @ParameterizedTest
  @EnumSource(LinkSettings.Kind.class)
  void communitiesAreLearnedAndTheSeedDecides(LinkSettings.Kind kind) {
    var prediction = new LinkPrediction(GRAPH, settings(kind, Prior.STANDARD));
    var result = prediction.run(1);
    assertTrue(result.test().auc() > 0.7, result::toString);
    assertTrue(result.test().averagePrecision() > 0.65, result::toString);
    assertEquals(result, prediction.run(1));
    assertNotEquals(result.test(), prediction.run(2).test());
  }

  @Test
  void theExchangeablePriorLearnsToo() {
    var result = new LinkPrediction(GRAPH, settings(LinkSettings.Kind.SN2, Prior.EXCHANGEABLE)).run(1);
    assertTrue(result.test().auc() > 0.7, result::toString);
  }

  @Test
  void validationChoosesTheWeights() {
    var settings = settings(LinkSettings.Kind.SN2, Prior.STANDARD);
    var result = new LinkPrediction(GRAPH, settings).run(1);
    assertTrue(result.epoch() % 5 == 0 && result.epoch() <= settings.epochs(), result::toString);
    var last = new LinkPrediction(GRAPH, LinkSettings.of(LinkSettings.Kind.VGAE).withEpochs(3)).run(1);
    assertEquals(3, last.epoch());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    var settings = LinkSettings.of(LinkSettings.Kind.SN2);
    assertThrows(InputException.class, () -> settings.withEpochs(0));
    assertThrows(InputException.class, () -> settings.withLatent(0));
    assertThrows(InputException.class, () -> settings.withHidden(100_000));
    assertThrows(InputException.class, () -> settings.withSteps(-1));
    assertThrows(InputException.class, () -> settings.withDivergence(Double.NaN));
  }

  private static LinkSettings settings(LinkSettings.Kind kind, Prior prior) {
    return LinkSettings.of(kind).withHidden(8).withLatent(8).withEpochs(150).withPrior(prior);
  }
}
