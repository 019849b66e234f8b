package outside;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Budget;
import io.noether.autodiff.optim.Progress;
import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Structure;
import io.noether.nn.files.ModelFile;
import io.noether.nn.models.ArchitectureReader;
import io.noether.nn.models.Architectures;
import io.noether.nn.training.Toy;
import io.noether.nn.training.Trainer;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.TrainingData;
import io.noether.nn.training.TrainingListener;
import io.noether.nn.training.TrainingResult;
import io.noether.nn.training.runs.RunFiles;
import io.noether.nn.training.runs.SavedRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does with an architecture of their own, from outside the library's packages. */
class VectorSumsTest {
  private static final List<Structure> WATERS = Toy.waters(25, 1);
  private static final TrainingConfig CONFIG = TrainingConfig.DEFAULT.withBudget(Budget.ofEpochs(6))
      .withModel(new VectorSums(8, 3)).withPrecision(Precision.FLOAT64);
  private static final Architectures KNOWN = Architectures.standard().with(new ArchitectureReader(
      new VectorSums(16, 5), h -> new VectorSums(h.integer("features"), h.number("cutoff"))));

  /** Trained in code, for the laws. */
  static final Potential TRAINED = trainer(CONFIG).run().model().potential(Workers.CALLER);

  @TempDir
  Path folder;

  private static Trainer trainer(TrainingConfig config) {
    return new Trainer(config, new TrainingData(WATERS), Workers.CALLER);
  }

  private static double[] forces(Potential potential) {
    return potential.predict(WATERS.getFirst()).forces();
  }

  @Test
  void savedAndLoadedItPredictsTheSameBits() {
    for (Precision precision : Precision.values()) {
      TrainingResult result = trainer(CONFIG.withPrecision(precision)).run();
      Path file = folder.resolve(precision + ".safetensors");
      ModelFile.save(file, result.model());
      assertArrayEquals(forces(result.model().potential(Workers.CALLER)), forces(ModelFile.load(file, KNOWN)));
      assertArrayEquals(forces(result.model().potential(Precision.FLOAT64, Workers.CALLER)),
          forces(ModelFile.read(file, KNOWN).potential(Precision.FLOAT64, Workers.CALLER)));
    }
  }

  @Test
  void itLearns() {
    var history = trainer(CONFIG).run().history();
    assertTrue(history.getLast().score() < history.getFirst().score(), history::toString);
  }

  @Test
  void aFileThatNamesItIsRefusedWhereItIsNotKnown() {
    Path file = folder.resolve("model.safetensors");
    ModelFile.save(file, trainer(CONFIG.withBudget(Budget.ofSteps(1))).run().model());
    String message = assertThrows(InputException.class, () -> ModelFile.read(file)).getMessage();
    assertTrue(message.startsWith(file.toString()) && message.contains("vector-sums"), message);
  }

  @Test
  void stoppedAndResumedItGivesTheSameBits() {
    var whole = trainer(CONFIG).run();
    var first = trainer(CONFIG);
    first.run(new RunFiles(folder, first).and(new TrainingListener() {
      @Override
      public void stepped(Progress progress) {
        if (progress.steps() == 7) {
          first.requestStop();
        }
      }
    }));
    var saved = SavedRun.read(folder, KNOWN);
    assertEquals(CONFIG, saved.config());
    var second = trainer(saved.config());
    var files = new RunFiles(folder, second);
    files.resume();
    var result = second.run(files);
    assertArrayEquals(whole.model().parameters().values(), result.model().parameters().values());
    assertArrayEquals(whole.model().parameters().values(),
        ModelFile.read(RunFiles.model(folder), KNOWN).parameters().values());
  }
}
