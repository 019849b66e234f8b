package io.noether.nn.training.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Team;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Budget;
import io.noether.autodiff.optim.Ending;
import io.noether.autodiff.optim.Progress;
import io.noether.core.InputException;
import io.noether.nn.files.ModelFile;
import io.noether.nn.training.Toy;
import io.noether.nn.training.Trainer;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.TrainingData;
import io.noether.nn.training.TrainingListener;
import io.noether.nn.training.TrainingResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFilesTest {
  private static final TrainingData DATA = new TrainingData(Toy.waters(25, 1));
  private static final TrainingConfig CONFIG = Toy.config();

  @TempDir
  Path folder;

  private static Trainer trainer(TrainingConfig config) {
    return new Trainer(config, DATA, Workers.CALLER);
  }

  /** Runs a trainer in a directory of this name. */
  private TrainingResult run(TrainingConfig config, String name) {
    var trainer = trainer(config);
    return trainer.run(new RunFiles(folder.resolve(name), trainer));
  }

  private TrainingResult resume(TrainingConfig config, String name) {
    var trainer = trainer(config);
    var files = new RunFiles(folder.resolve(name), trainer);
    files.resume();
    return trainer.run(files);
  }

  private static TrainingListener afterSteps(LongConsumer steps) {
    return new TrainingListener() {
      @Override
      public void stepped(Progress progress) {
        steps.accept(progress.steps());
      }
    };
  }

  private byte[] model(String name) throws IOException {
    return Files.readAllBytes(RunFiles.model(folder.resolve(name)));
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

  @ParameterizedTest
  @ValueSource(strings = {"FLOAT32", "FLOAT64"})
  void theFileHoldsTheModelOfTheResult(Precision precision) throws IOException {
    var result = run(CONFIG.withPrecision(precision), "a");
    var read = ModelFile.read(RunFiles.model(folder.resolve("a")));
    assertEquals(result.model().spec().architecture(), read.spec().architecture());
    assertEquals(result.model().spec().shift(), read.spec().shift());
    assertArrayEquals(result.model().parameters().values(), read.parameters().values());
    assertEquals("3", read.metadata().get("training.epoch"));
    assertEquals("4", read.metadata().get("training.optimiser.batch_size"));
    assertEquals(4, Files.readAllLines(folder.resolve("a").resolve("metrics.csv")).size());
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherDoesNot() throws IOException {
    run(CONFIG, "a");
    run(CONFIG, "b");
    run(CONFIG.withSeed(2), "c");
    assertArrayEquals(model("a"), model("b"));
    assertFalse(Arrays.equals(model("a"), model("c")));
  }

  @Test
  void threadsDoNotChangeTheBytes() throws IOException {
    var config = CONFIG.withBatchSize(20);
    run(config, "one");
    try (var team = new Team(3)) {
      var trainer = new Trainer(config, DATA, team);
      trainer.run(new RunFiles(folder.resolve("three"), trainer));
    }
    assertArrayEquals(model("one"), model("three"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 5, 13})
  void aStoppedRunGoesOnWithTheSameBytes(int stopAfter) throws IOException {
    var config = CONFIG.withOptimiser(CONFIG.optimiser().withAmsgrad(true));
    run(config, "whole");

    var first = trainer(config);
    if (stopAfter == 0) {
      first.requestStop();
    }
    var stopped = first.run(new RunFiles(folder.resolve("parts"), first).and(afterSteps(steps -> {
      if (steps == stopAfter) {
        first.requestStop();
      }
    })));
    assertEquals(Ending.STOP_REQUESTED, stopped.ending());
    assertEquals(stopAfter, stopped.steps());
    ModelFile.load(RunFiles.model(folder.resolve("parts"))); // there is a usable model at any time

    assertEquals(Ending.EPOCHS, resume(config, "parts").ending());
    assertArrayEquals(model("whole"), model("parts"));
    assertEquals(columns("whole"), columns("parts"));
  }

  @Test
  void aKilledRunGoesOnFromItsLastCheckpoint() throws IOException {
    var config = CONFIG.withCheckpointEvery(1e-9); // after every step
    run(config, "whole");
    Path checkpoint = Checkpoint.file(folder.resolve("killed"));
    Path early = folder.resolve("early");
    var killed = trainer(config);
    killed.run(new RunFiles(folder.resolve("killed"), killed).and(afterSteps(steps -> {
      if (steps == 9) { // the files of the second epoch stay, as after kill -9 at the end, with an old checkpoint
        copy(checkpoint, early);
      }
    })));
    Files.copy(early, checkpoint, StandardCopyOption.REPLACE_EXISTING);
    resume(config, "killed");
    assertArrayEquals(model("whole"), model("killed"));
    assertEquals(columns("whole"), columns("killed"));
  }

  @Test
  void withoutATimeBetweenCheckpointsTheyAreWrittenAfterEpochs() {
    var seen = new ArrayList<Long>();
    byte[][] last = {{}};
    var trainer = trainer(CONFIG.withCheckpointEvery(0));
    trainer.run(new RunFiles(folder.resolve("a"), trainer).and(afterSteps(steps -> {
      try {
        byte[] now = Files.readAllBytes(Checkpoint.file(folder.resolve("a")));
        if (!Arrays.equals(last[0], now)) {
          seen.add(steps);
        }
        last[0] = now;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    })));
    assertEquals(List.of(1L, 6L, 11L), seen); // as each epoch of five steps begins
    assertEquals(3, SavedRun.read(folder.resolve("a")).epochs());
  }

  private static void copy(Path from, Path to) {
    try {
      Files.copy(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void resumingNeedsTheSameDataAndConfiguration() {
    assertThrows(InputException.class, () -> resume(CONFIG, "none"));
    run(CONFIG, "a");
    var other = new Trainer(CONFIG, new TrainingData(Toy.waters(25, 2)), Workers.CALLER);
    var files = new RunFiles(folder.resolve("a"), other);
    assertTrue(assertThrows(InputException.class, files::resume).getMessage().contains("other data"));
    var changed = CONFIG.withLoss(CONFIG.loss().withForces(3));
    assertTrue(assertThrows(InputException.class, () -> resume(changed, "a")).getMessage().contains("loss.forces"));

    var longer = CONFIG.withBudget(Budget.ofEpochs(4));
    assertEquals(4, resume(longer, "a").epochs());
    assertEquals(longer, SavedRun.read(folder.resolve("a")).config());
    assertEquals(4, SavedRun.read(folder.resolve("a")).epochs());
  }

  @Test
  void whatTheDataComeFromIsKept() {
    var data = new TrainingData(DATA.structures(), java.util.Map.of(), java.util.Map.of("file", "täst \"1\".xyz"));
    var trainer = new Trainer(CONFIG.withBudget(Budget.ofEpochs(1)), data, Workers.CALLER);
    trainer.run(new RunFiles(folder, trainer));
    assertEquals(data.origin(), SavedRun.read(folder).origin());
  }

  @Test
  void aDirectoryThatCannotBeMadeIsOneLine() throws IOException {
    Files.createFile(folder.resolve("file"));
    var refusal = assertThrows(InputException.class, () -> run(CONFIG, "file/run"));
    assertEquals(1, refusal.getMessage().lines().count());
  }
}
