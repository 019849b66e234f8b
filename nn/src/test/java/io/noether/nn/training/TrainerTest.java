package io.noether.nn.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Budget;
import io.noether.autodiff.optim.Ending;
import io.noether.autodiff.optim.OptimiserConfig;
import io.noether.autodiff.optim.Progress;
import io.noether.autodiff.optim.RateSchedule;
import io.noether.core.InputException;
import io.noether.core.Labels;
import io.noether.core.Structure;
import io.noether.nn.training.errors.Errors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Training without files; {@code RunFilesTest} has the rest. */
class TrainerTest {
  private static final TrainingData DATA = new TrainingData(Toy.waters(25, 1));

  private static Trainer trainer(TrainingConfig config) {
    return new Trainer(config, DATA, Workers.CALLER);
  }

  @Test
  void learnsAndTheModelGivesTheErrorsThatWereReported() {
    var config = Toy.config().withBudget(Budget.ofEpochs(40)).withSchedule(RateSchedule.COSINE)
        .withOptimiser(TrainingConfig.DEFAULT.optimiser().withLearningRate(0.02).withEmaDecay(0.9))
        .withPrecision(Precision.FLOAT64);
    var result = trainer(config).run();
    assertEquals(Ending.EPOCHS, result.ending());
    assertEquals(40 * 5, result.steps());
    assertEquals(40, result.history().size());
    var scores = result.history().stream().map(EpochReport::score).toList();
    assertTrue(scores.getLast() < 0.3 * scores.getFirst(), scores.toString());

    var held = TrainingSet.prepare(config, DATA).validation().stream().map(LabelledStructure::structure).toList();
    assertEquals(5, held.size());
    var errors = Errors.of(result.model().potential(Workers.CALLER), held);
    assertEquals(result.validation().forces().get().mae(), errors.forces().get().mae(), 1e-6);
    assertEquals(result.validation().energy().get().rmse(), errors.energy().get().rmse(), 1e-6);
  }

  @Test
  void aRestoredStateGoesOnWithTheSameBits() {
    var whole = trainer(Toy.config()).run();
    var first = trainer(Toy.config());
    first.run(new TrainingListener() {
      @Override
      public void stepped(Progress progress) {
        if (progress.steps() == 8) {
          first.requestStop();
        }
      }
    });
    var second = trainer(Toy.config());
    second.restore(first.state());
    var result = second.run();
    assertArrayEquals(whole.model().parameters().values(), result.model().parameters().values());
    assertEquals(whole.validation(), result.validation());
  }

  @Test
  void theModelIsTheBestEpochsNotTheLast() {
    var config = Toy.config().withBudget(Budget.ofEpochs(12)).withSchedule(RateSchedule.CONSTANT)
        .withOptimiser(OptimiserConfig.adam(0.3)); // far too large: the errors jump about
    var result = trainer(config).run();
    var best = result.history().stream().filter(r -> r.score() <= result.history().stream()
        .mapToDouble(EpochReport::score).min().orElseThrow()).findFirst().orElseThrow();
    assertTrue(best.progress().epoch() < 12, "the last epoch is the best: " + best);
    assertEquals(best.progress().epoch(), result.bestEpoch());
    assertEquals(best.validation(), result.validation());
  }

  @Test
  void aTimeLimitEndsARunWithAModel() {
    var result = trainer(Toy.config().withBudget(Budget.ofSeconds(0.2))).run();
    assertEquals(Ending.TIME_LIMIT, result.ending());
    result.model().potential(Workers.CALLER).predict(DATA.structures().getFirst());
  }

  @Test
  void stopsWhenValidationNoLongerImproves() {
    var config = Toy.config().withBudget(Budget.ofEpochs(100).withPatience(2))
        .withOptimiser(OptimiserConfig.adam(0));
    var result = trainer(config).run();
    assertEquals(Ending.EARLY_STOPPING, result.ending());
    assertEquals(3, result.epochs());
    assertEquals(1, result.bestEpoch());
  }

  @Test
  void labelsThatAreAskedForAndNowhereAreAnError() {
    var bare =
        DATA.structures().stream().map(s -> s.withLabels(Labels.NONE.withEnergy(s.labels().energy().getAsDouble())))
            .toList();
    var message = assertThrows(InputException.class,
        () -> new Trainer(Toy.config(), new TrainingData(bare), Workers.CALLER)).getMessage();
    assertTrue(message.contains("forces") && message.contains("toy, frame"), message);
    new Trainer(Toy.config().withLoss(LossWeights.DEFAULT.withForces(0)), new TrainingData(bare), Workers.CALLER).run();

    assertThrows(InputException.class, () -> trainer(Toy.config().withLoss(LossWeights.DEFAULT.withStress(1))));
    assertThrows(InputException.class, () -> new Trainer(Toy.config(), new TrainingData(List.of()), Workers.CALLER));
  }

  @Test
  void someMissingLabelsAreSaidAndLeftOut() {
    var some = new ArrayList<Structure>(DATA.structures());
    some.set(0, some.get(0).withLabels(Labels.NONE));
    some.set(1, some.get(1).withLabels(Labels.NONE));
    var lines = new ArrayList<String>();
    var config = Toy.config().withData(DataConfig.DEFAULT.withValidationFraction(0)).withBudget(Budget.ofSteps(1));
    new Trainer(config, new TrainingData(some), Workers.CALLER).run(new TrainingListener() {
      @Override
      public void warned(String line) {
        lines.add(line);
      }
    });
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("2 of 25 structures have no forces")), lines.toString());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("2 of 25 structures have no energy")), lines.toString());
  }
}
