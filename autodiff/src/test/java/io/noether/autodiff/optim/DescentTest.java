package io.noether.autodiff.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Descent on parabolas whose centres depend on the batch. */
class DescentTest {
  private static final int BATCHES = 4;
  private static final DescentConfig CONFIG = new DescentConfig(
      new OptimiserConfig(0.1, 0.01, true, 0.9, 0.99, 1, 0.9), RateSchedule.COSINE.withWarmupSteps(3),
      Budget.ofEpochs(5));

  private record Parabolas(double steepness, int batches) implements Objective {
    Parabolas(double steepness) {
      this(steepness, BATCHES);
    }

    @Override
    public double evaluate(Step step, double[] weights, double[] gradient) {
      double loss = 0;
      for (int k = 0; k < weights.length; k++) {
        double d = weights[k] - (1 + 0.1 * Math.sin(step.epoch() + 7.0 * step.batch() + step.number()));
        gradient[k] = 2 * steepness * d;
        loss += steepness * d * d;
      }
      return loss;
    }
  }

  private static Descent descent(DescentConfig config) {
    return new Descent(config, new Parabolas(1), weights -> Math.abs(weights[0] + 0.5), new double[] {-1, 0, 2},
        Workers.CALLER);
  }

  private static DescentListener stopAt(Descent descent, int step) {
    return new DescentListener() {
      @Override
      public void stepped(Progress progress) {
        if (progress.steps() == step) {
          descent.requestStop();
        }
      }
    };
  }

  @Test
  void findsTheMinimum() {
    double[] weights = {-1, 0, 2};
    var config = new DescentConfig(OptimiserConfig.adam(0.1), RateSchedule.COSINE, Budget.ofSteps(400));
    var descent = new Descent(config, new Parabolas(1), weights, Workers.CALLER);
    assertEquals(Ending.STEPS, descent.run(DescentListener.SILENT));
    assertEquals(400, descent.steps());
    assertArrayEquals(new double[] {1, 1, 1}, weights, 0.1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7, 19})
  void aStoppedDescentGoesOnWithTheSameBits(int stop) {
    var whole = descent(CONFIG);
    assertEquals(Ending.EPOCHS, whole.run(DescentListener.SILENT));

    var first = descent(CONFIG);
    assertEquals(Ending.STOP_REQUESTED, first.run(stopAt(first, stop)));
    assertEquals(stop, first.steps());
    var saved = first.state();
    var second = descent(CONFIG);
    second.restore(saved);
    assertEquals(Ending.EPOCHS, second.run(DescentListener.SILENT));
    same(whole.state(), second.state());
  }

  @Test
  void aStateIsACopy() {
    var descent = descent(CONFIG);
    var before = descent.state();
    double[] weights = before.weights().clone();
    descent.run(DescentListener.SILENT);
    assertArrayEquals(weights, before.weights());
    assertEquals(0, before.optimiser().mean()[0]);
  }

  private static void same(DescentState a, DescentState b) {
    assertArrayEquals(a.weights(), b.weights());
    assertArrayEquals(a.optimiser().averaged(), b.optimiser().averaged());
    assertArrayEquals(a.optimiser().largest(), b.optimiser().largest());
    assertArrayEquals(a.best().orElseThrow().weights(), b.best().orElseThrow().weights());
    assertEquals(a.best().get().epoch(), b.best().get().epoch());
    assertEquals(a.optimiser().steps(), b.optimiser().steps());
  }

  @Test
  void theBestValidatedWeightsAreKeptNotTheLast() {
    var descent = descent(CONFIG); // the averaged first weight passes -0.5 on its way
    var scores = new ArrayList<Double>();
    var averages = new ArrayList<double[]>();
    descent.run(new DescentListener() {
      @Override
      public void epochDone(EpochEnd end) {
        scores.add(end.score().orElseThrow());
        averages.add(descent.averaged().clone());
      }
    });
    int best = scores.indexOf(scores.stream().min(Double::compare).orElseThrow());
    assertTrue(best < scores.size() - 1, scores.toString());
    var kept = descent.best().orElseThrow();
    assertEquals(best + 1, kept.epoch());
    assertEquals(scores.get(best), kept.score());
    assertArrayEquals(averages.get(best), kept.weights());
  }

  @Test
  void validationEverySoOftenAndAtTheEnd() {
    var validated = new ArrayList<Integer>();
    var descent = new Descent(CONFIG, new Parabolas(1), new Validation() {
      @Override
      public double score(double[] weights) {
        return 1;
      }

      @Override
      public int every() {
        return 2;
      }
    }, new double[] {0}, Workers.CALLER);
    descent.run(new DescentListener() {
      @Override
      public void epochDone(EpochEnd end) {
        end.score().ifPresent(_ -> validated.add(end.progress().epoch()));
      }
    });
    assertEquals(List.of(2, 4, 5), validated);
  }

  @Test
  void patienceEndsADescentThatDoesNotImprove() {
    var config = new DescentConfig(CONFIG.optimiser(), CONFIG.schedule(), Budget.ofEpochs(100).withPatience(3));
    var descent = new Descent(config, new Parabolas(1), _ -> 1, new double[] {0}, Workers.CALLER);
    assertEquals(Ending.EARLY_STOPPING, descent.run(DescentListener.SILENT));
    assertEquals(4, descent.epochs());
    assertEquals(1, descent.best().orElseThrow().epoch());
  }

  @Test
  void theTimeLimitCutsAnEpochShortAndValidates() {
    var config = new DescentConfig(CONFIG.optimiser(), CONFIG.schedule(), Budget.ofSeconds(1e-9));
    var descent = descent(config);
    assertEquals(Ending.TIME_LIMIT, descent.run(DescentListener.SILENT));
    assertEquals(0, descent.steps());

    var steps = descent(new DescentConfig(CONFIG.optimiser(), CONFIG.schedule(), Budget.ofSteps(6)));
    assertEquals(Ending.STEPS, steps.run(DescentListener.SILENT));
    assertEquals(2, steps.epochs());
    assertTrue(steps.best().isPresent());
  }

  @Test
  void aStateOfOtherWeightsIsRefused() {
    var other = new Descent(CONFIG, new Parabolas(1), new double[7], Workers.CALLER);
    assertThrows(IllegalArgumentException.class, () -> descent(CONFIG).restore(other.state()));
    var plain = new DescentConfig(CONFIG.optimiser().withAmsgrad(false), CONFIG.schedule(), CONFIG.budget());
    var state = descent(CONFIG).state();
    assertThrows(IllegalArgumentException.class, () -> descent(plain).restore(state));
  }

  @Test
  void aLossThatIsNeverFiniteEndsInOneLine() {
    var descent = new Descent(CONFIG, new Parabolas(Double.NaN), new double[3], Workers.CALLER);
    var longer = new Descent(new DescentConfig(CONFIG.optimiser(), CONFIG.schedule(), Budget.ofEpochs(100)),
        new Parabolas(Double.NaN), new double[3], Workers.CALLER);
    assertEquals(Ending.EPOCHS, descent.run(DescentListener.SILENT)); // 20 bad steps may still be chance
    assertEquals(1, assertThrows(DivergedException.class, () -> longer.run(DescentListener.SILENT)).getMessage()
        .lines().count());
  }

  @Test
  void budgetsNeedAnEnd() {
    assertThrows(IllegalArgumentException.class, () -> new Budget(0, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Budget(-1, 0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> Budget.ofSeconds(Double.NaN));
  }

  @Test
  void progressSaysWhereTheDescentIs() {
    var seen = new ArrayList<Progress>();
    descent(CONFIG).run(new DescentListener() {
      @Override
      public void stepped(Progress progress) {
        seen.add(progress);
      }
    });
    assertEquals(20, seen.size());
    Progress tenth = seen.get(9);
    assertEquals(Arrays.asList(3, 2, 4), Arrays.asList(tenth.epoch(), tenth.step(), tenth.stepsPerEpoch()));
    assertEquals(0.5, tenth.fraction(), 1e-12);
    assertEquals(1, seen.getLast().fraction(), 1e-12);
  }

  /** Otherwise the end of the epoch would never come. */
  @Test
  void aStateFurtherThanThereAreBatchesIsRefused() {
    var first = descent(CONFIG);
    first.run(stopAt(first, 3));
    var shorter = new Descent(CONFIG, new Parabolas(1, 2), new double[] {-1, 0, 2}, Workers.CALLER);
    var e = assertThrows(IllegalArgumentException.class, () -> shorter.restore(first.state()));
    assertTrue(e.getMessage().contains("batch 3"), e::getMessage);
  }

  @Test
  void anEpochWithoutBatchesIsRefused() {
    var empty = new Descent(CONFIG, new Parabolas(1, 0), new double[1], Workers.CALLER);
    assertThrows(IllegalArgumentException.class, () -> empty.run(DescentListener.SILENT));
  }

  @Test
  void aScoreThatIsNoNumberIsBeatenByAnyNumber() {
    var scores = new ArrayList<>(List.of(Double.NaN, 0.5, 0.75, 0.25, 0.5));
    var descent = new Descent(CONFIG, new Parabolas(1), _ -> scores.removeFirst(), new double[] {-1, 0, 2},
        Workers.CALLER);
    descent.run(DescentListener.SILENT);
    assertEquals(4, descent.best().orElseThrow().epoch());
  }
}
