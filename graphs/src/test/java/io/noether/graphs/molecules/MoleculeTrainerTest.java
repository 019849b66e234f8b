package io.noether.graphs.molecules;

import static io.noether.graphs.molecules.AtomType.C;
import static io.noether.graphs.molecules.AtomType.N;
import static io.noether.graphs.molecules.AtomType.O;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Team;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Budget;
import io.noether.autodiff.optim.Ending;
import io.noether.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MoleculeTrainerTest {
  private static final List<MoleculeGraph> TEN = List.of(Molecules.chain("1 1", C, C, O),
      Molecules.chain("1 2", C, C, O), Molecules.chain("1 3", C, C, N), Molecules.chain("1 1 1", C, O, C, C),
      Molecules.chain("2 1 1", C, C, C, O), Molecules.closed(Molecules.chain("1 1", C, C, C), 0, 2, 1),
      Molecules.closed(Molecules.chain("1 1 1", C, C, C, O), 0, 3, 1), Molecules.chain("1 1 3", N, C, C, C),
      Molecules.chain("", C), Molecules.chain("1", C, N));
  private static final SamplingPlan SAMPLING = new SamplingPlan(5, 1, false, 3);

  @TempDir
  private Path directory = Path.of("");

  @Test
  void tenMoleculesAreLearnedByHeart() {
    var reports = new ArrayList<TrainingReport>();
    var trainer = trainer(250, 0.02, Workers.CALLER);
    trainer.run(50, reports::add);
    var last = reports.getLast();
    assertTrue(last.exact() > 0.6, last.toString());
    assertTrue(last.repaired() > 0.9, last.toString());
    assertTrue(last.mismatch() < 1, last.toString());
    var samples = new MoleculeSampler(trainer.model(), Workers.CALLER).sample(200, SAMPLING, _ -> {});
    long valid = samples.stream().filter(MoleculeGraph::valid).count();
    assertTrue(valid > 140, valid + " valid");
  }

  @Test
  void theSeedDecidesEveryBitForAnyNumberOfThreads() {
    var alone = trainer(3, 1, Workers.CALLER);
    alone.run(1, _ -> {});
    try (var team = new Team(3)) {
      var together = trainer(3, 1, team);
      together.run(1, _ -> {});
      assertArrayEquals(alone.model().parameters().values(), together.model().parameters().values(), 0);
      assertEquals(text(new MoleculeSampler(alone.model(), Workers.CALLER).sample(300, SAMPLING, _ -> {})),
          text(new MoleculeSampler(alone.model(), team).sample(300, SAMPLING, _ -> {})));
    }
  }

  @Test
  void aStoppedRunGoesOnWithTheSameBits() {
    var whole = trainer(3, 1, Workers.CALLER);
    assertEquals(Ending.EPOCHS, whole.run(1, _ -> {}));
    Path file = directory.resolve("checkpoint.safetensors");
    var first = trainer(3, 1, Workers.CALLER);
    assertEquals(Ending.STOP_REQUESTED, first.run(1, report -> {
      if (report.step() == 3) {
        first.requestStop();
      }
    }));
    MoleculeCheckpoint.write(file, first);
    var second = trainer(3, 1, Workers.CALLER);
    MoleculeCheckpoint.resume(file, second);
    assertEquals(Ending.EPOCHS, second.run(1, _ -> {}));
    assertArrayEquals(whole.model().parameters().values(), second.model().parameters().values());

    assertThrows(InputException.class, () -> MoleculeCheckpoint.resume(file, trainer(3, 0.5, Workers.CALLER)));
    assertThrows(InputException.class,
        () -> MoleculeCheckpoint.resume(directory.resolve("none"), trainer(3, 1, Workers.CALLER)));
    var fewer = new MoleculeTrainer(whole.settings(), whole.plan(), TEN, Workers.CALLER);
    assertTrue(assertThrows(InputException.class, () -> MoleculeCheckpoint.resume(file, fewer)).getMessage()
        .contains("other molecules"));
  }

  @Test
  void aSavedModelSamplesTheSame() throws IOException {
    var trainer = trainer(2, 1, Workers.CALLER);
    trainer.run(1, _ -> {});
    Path file = directory.resolve("model.safetensors");
    new MoleculeModelFile(trainer.model(), new double[] {5, 7}, Map.of("seed", "1")).save(file);
    var read = MoleculeModelFile.read(file);
    assertEquals(trainer.model().settings(), read.model().settings());
    assertArrayEquals(new double[] {5, 7}, read.known());
    assertEquals("1", read.metadata().get("seed"));
    assertEquals(text(new MoleculeSampler(trainer.model(), Workers.CALLER).sample(100, SAMPLING, _ -> {})),
        text(new MoleculeSampler(read.model(), Workers.CALLER).sample(100, SAMPLING, _ -> {})));

    byte[] bytes = Files.readAllBytes(file);
    String header = new String(bytes, 8, 300, java.nio.charset.StandardCharsets.ISO_8859_1);
    for (String change : List.of("channels\":\"8/channels\":\"9", "C N O/C N X",
        "format_version\":\"1/format_version\":\"3",
        "noether-molecules/noether-molecuIes", "latent\":\"4/latent\":\"x")) {
      String[] parts = change.split("/");
      assertTrue(header.contains(parts[0]), header);
      byte[] damaged = bytes.clone();
      byte[] text = header.replace(parts[0], parts[1]).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
      System.arraycopy(text, 0, damaged, 8, 300);
      Files.write(file, damaged);
      var error = assertThrows(InputException.class, () -> MoleculeModelFile.read(file), change);
      assertTrue(error.getMessage().startsWith(file.toString()), error.getMessage());
    }
  }

  @Test
  void trainingNeedsALimit() {
    assertThrows(IllegalArgumentException.class,
        () -> TrainingPlan.DEFAULT.withBudget(new Budget(0, 0, 0, 5))); // patience alone: nothing validates here
  }

  private static MoleculeTrainer trainer(int epochs, double beta, Workers workers) {
    var settings = new MoleculeSettings(MoleculeSettings.typesOf(TEN), 8, 4, 1, 1, 2);
    var copies = new ArrayList<MoleculeGraph>();
    for (int k = 0; k < 4; k++) {
      copies.addAll(TEN);
    }
    var plan = new TrainingPlan(20, 1e-2, beta, Budget.ofEpochs(epochs), 1);
    return new MoleculeTrainer(settings, plan, copies, workers);
  }

  private static String text(List<MoleculeGraph> molecules) {
    var text = new StringBuilder();
    molecules.forEach(m -> text.append(java.util.Arrays.toString(m.atoms())).append(
        java.util.Arrays.toString(m.bonds())));
    return text.toString();
  }
}
