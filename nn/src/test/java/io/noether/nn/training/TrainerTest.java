package io.noether.nn.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Team;
import io.noether.autodiff.Workers;
import io.noether.core.InputException;
import io.noether.core.Labels;
import io.noether.core.Structure;
import io.noether.nn.files.ModelFile;
import io.noether.nn.training.TrainingResult.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
  private static final TrainingData DATA = new TrainingData(Toy.waters(25, 1));

  @TempDir
  Path folder;

  private Trainer trainer(TrainingConfig config, String name, TrainingListener listener) {
    return new Trainer(config, DATA, folder.resolve(name), Workers.CALLER, listener);
  }

  private byte[] model(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve("model.safetensors"));
  }

  @Test
  void learnsAndTheModelFileGivesTheErrorsThatWereReported() {
    var config = Toy.config().with("budget.epochs", 40).with("optimiser.learning_rate", 0.02)
        .with("schedule.warmup_steps", 0).with("optimiser.ema_decay", 0.9).with("precision", "float64");
    var scores = new ArrayList<Double>();
    var result = trainer(config, "a", new TrainingListener() {
      @Override
      public void epochDone(EpochReport report) {
        scores.add(report.score());
      }
    }).run();
    assertEquals(Reason.EPOCHS, result.reason());
    assertEquals(40 * 5, result.steps());
    assertTrue(scores.getLast() < 0.3 * scores.getFirst(), scores.toString());

    var held = TrainingSet.prepare(config, DATA).validation().stream().map(Sample::structure).toList();
    assertEquals(5, held.size());
    var errors = Errors.of(ModelFile.load(result.model()), held);
    assertEquals(result.validation().forces().get().mae(), errors.forces().get().mae(), 1e-6);
    assertEquals(result.validation().energy().get().rmse(), errors.energy().get().rmse(), 1e-6);
  }

  @Test
  void theSameSeedGivesTheSameBitsAndAnotherDoesNot() throws IOException {
    trainer(Toy.config(), "a", TrainingListener.SILENT).run();
    trainer(Toy.config(), "b", TrainingListener.SILENT).run();
    trainer(Toy.config().with("seed", 2), "c", TrainingListener.SILENT).run();
    assertArrayEquals(model("a"), model("b"));
    assertTrue(!java.util.Arrays.equals(model("a"), model("c")));
  }

  @Test
  void threadsDoNotChangeTheBits() throws IOException {
    var config = Toy.config().with("optimiser.batch_size", 20).with("model.features", 32);
    trainer(config, "one", TrainingListener.SILENT).run();
    try (var team = new Team(3)) {
      new Trainer(config, DATA, folder.resolve("three"), team, TrainingListener.SILENT).run();
    }
    assertArrayEquals(model("one"), model("three"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 5, 13})
  void aStoppedRunGoesOnWithTheSameBits(int stopAfter) throws IOException {
    trainer(Toy.config().with("optimiser.amsgrad", true), "whole", TrainingListener.SILENT).run();

    var config = Toy.config().with("optimiser.amsgrad", true);
    var running = new AtomicReference<Trainer>();
    var first = trainer(config, "parts", new TrainingListener() {
      private int steps;

      @Override
      public void stepped(Progress progress) {
        steps++;
        if (steps == stopAfter) {
          running.get().requestStop();
        }
      }
    });
    running.set(first);
    if (stopAfter == 0) {
      first.requestStop();
    }
    var stopped = first.run();
    assertEquals(Reason.STOP_REQUESTED, stopped.reason());
    assertEquals(stopAfter, stopped.steps());
    ModelFile.load(stopped.model()); // there is a usable model at any time

    var second = trainer(config, "parts", TrainingListener.SILENT);
    second.resume();
    var result = second.run();
    assertEquals(Reason.EPOCHS, result.reason());
    assertArrayEquals(model("whole"), model("parts"));
    assertEquals(columns("whole"), columns("parts"));
  }

  @Test
  void aKilledRunGoesOnFromItsLastCheckpoint() throws IOException {
    var config = Toy.config().with("budget.checkpoint_every", "1e-9s"); // after every step
    trainer(config, "whole", TrainingListener.SILENT).run();
    Path checkpoint = Checkpoint.file(folder.resolve("killed"));
    Path early = folder.resolve("early");
    trainer(config, "killed", new TrainingListener() {
      private int steps;

      @Override
      public void stepped(Progress progress) {
        steps++;
        if (steps == 9) { // the files of the second epoch stay, as after kill -9 at the end, with an old checkpoint
          copy(checkpoint, early);
        }
      }
    }).run();
    Files.copy(early, checkpoint, StandardCopyOption.REPLACE_EXISTING);
    var second = trainer(config, "killed", TrainingListener.SILENT);
    second.resume();
    second.run();
    assertArrayEquals(model("whole"), model("killed"));
    assertEquals(columns("whole"), columns("killed"));
  }

  @Test
  void withoutATimeBetweenCheckpointsTheyAreWrittenAfterEpochs() throws IOException {
    var config = Toy.config().with("budget.checkpoint_every", "none");
    var seen = new ArrayList<Integer>();
    trainer(config, "a", new TrainingListener() {
      private byte[] last = {};

      @Override
      public void stepped(Progress progress) {
        try {
          byte[] now = Files.readAllBytes(Checkpoint.file(folder.resolve("a")));
          if (!java.util.Arrays.equals(last, now)) {
            seen.add((progress.epoch() - 1) * progress.stepsPerEpoch() + progress.step());
          }
          last = now;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }).run();
    assertEquals(List.of(1, 6, 11), seen); // as each epoch of five steps begins
    assertEquals(3, SavedRun.read(folder.resolve("a")).epochs());
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The metrics without what depends on the clock. */
  private List<String> columns(String name) throws IOException {
    var rows = new ArrayList<String>();
    for (String line : Files.readAllLines(folder.resolve(name).resolve("metrics.csv"))) {
      var cells = new ArrayList<>(List.of(line.split(",", -1)));
      cells.removeLast();
      cells.remove(1);
      rows.add(String.join(",", cells));
    }
    return rows;
  }

  @Test
  void resumingNeedsTheSameDataAndConfiguration() {
    assertThrows(InputException.class, () -> trainer(Toy.config(), "none", TrainingListener.SILENT).resume());
    trainer(Toy.config(), "a", TrainingListener.SILENT).run();
    var other = new Trainer(Toy.config(), new TrainingData(Toy.waters(25, 2)), folder.resolve("a"), Workers.CALLER,
        TrainingListener.SILENT);
    assertTrue(assertThrows(InputException.class, other::resume).getMessage().contains("other data"));
    var changed = trainer(Toy.config().with("loss.forces", 3), "a", TrainingListener.SILENT);
    assertTrue(assertThrows(InputException.class, changed::resume).getMessage().contains("loss.forces"));

    var longer = Toy.config().with("budget.epochs", 4);
    var more = trainer(longer, "a", TrainingListener.SILENT);
    more.resume();
    assertEquals(4, more.run().epochs());
    assertEquals(longer, SavedRun.read(folder.resolve("a")).config());
    assertEquals(4, SavedRun.read(folder.resolve("a")).epochs());
  }

  @Test
  void aTimeLimitEndsARunWithAModel() {
    var result = trainer(Toy.config().with("budget.time_limit", "0.2s").with("budget.epochs", 0), "a",
        TrainingListener.SILENT);
    var ended = result.run();
    assertEquals(Reason.TIME_LIMIT, ended.reason());
    ModelFile.load(ended.model());
  }

  @Test
  void stopsWhenValidationNoLongerImproves() {
    var config = Toy.config().with("budget.epochs", 100).with("budget.patience", 2)
        .with("optimiser.learning_rate", 0.0).with("optimiser.weight_decay", 0.0);
    var result = trainer(config, "a", TrainingListener.SILENT).run();
    assertEquals(Reason.EARLY_STOPPING, result.reason());
    assertEquals(3, result.epochs());
    assertEquals(1, result.bestEpoch());
  }

  @Test
  void labelsThatAreAskedForAndNowhereAreAnError() {
    var bare =
        DATA.structures().stream().map(s -> s.withLabels(Labels.NONE.withEnergy(s.labels().energy().getAsDouble())))
            .toList();
    var message = assertThrows(InputException.class, () -> new Trainer(Toy.config(), new TrainingData(bare),
        folder, Workers.CALLER, TrainingListener.SILENT)).getMessage();
    assertTrue(message.contains("forces") && message.contains("toy, frame"), message);
    var config = Toy.config().with("loss.forces", 0);
    new Trainer(config, new TrainingData(bare), folder.resolve("e"), Workers.CALLER, TrainingListener.SILENT).run();

    assertThrows(InputException.class, () -> new Trainer(Toy.config().with("loss.stress", 1), DATA, folder,
        Workers.CALLER, TrainingListener.SILENT));
    assertThrows(InputException.class, () -> new Trainer(Toy.config(), new TrainingData(List.of()), folder,
        Workers.CALLER, TrainingListener.SILENT));
  }

  @Test
  void someMissingLabelsAreSaidAndLeftOut() {
    var some = new ArrayList<Structure>(DATA.structures());
    some.set(0, some.get(0).withLabels(Labels.NONE));
    some.set(1, some.get(1).withLabels(Labels.NONE));
    var lines = new ArrayList<String>();
    new Trainer(Toy.config().with("data.validation_fraction", 0), new TrainingData(some), folder, Workers.CALLER,
        new TrainingListener() {
          @Override
          public void warned(String line) {
            lines.add(line);
          }
        });
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("2 of 25 structures have no forces")), lines.toString());
    assertTrue(lines.stream().anyMatch(l -> l.startsWith("2 of 25 structures have no energy")), lines.toString());
  }

  @Test
  void aDirectoryThatCannotBeMadeIsOneLine() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    var trainer = new Trainer(Toy.config(), DATA, file.resolve("run"), Workers.CALLER, TrainingListener.SILENT);
    assertEquals(1, assertThrows(InputException.class, trainer::run).getMessage().lines().count());
  }
}
