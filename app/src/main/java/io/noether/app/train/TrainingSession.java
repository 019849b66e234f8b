package io.noether.app.train;

import io.noether.app.calculate.ErrorTable;
import io.noether.app.calculate.Evaluation;
import io.noether.app.console.Console;
import io.noether.app.console.Interrupts;
import io.noether.app.console.Leftovers;
import io.noether.app.plots.Plots;

import io.noether.autodiff.Team;
import io.noether.autodiff.optim.Ending;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.io.AtomicFile;
import io.noether.nn.training.Trainer;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.TrainingData;
import io.noether.nn.training.TrainingResult;
import io.noether.nn.training.runs.RunFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;

/** One call of {@code noether train}: loads the data, trains, reports. */
final class TrainingSession {
  /** So many structures of the training set tell its errors well enough. */
  private static final int TRAINING_SAMPLE = 2000;

  private final TrainingConfig config;
  private final DataFiles files;
  private final Path directory;
  private final boolean resumed;
  private final int threads;
  private final Console console;

  TrainingSession(TrainingConfig config, DataFiles files, Path directory, boolean resumed, int threads,
      Console console) {
    this.config = config;
    this.files = files;
    this.directory = directory;
    this.resumed = resumed;
    this.threads = threads;
    this.console = console;
  }

  /** Returns the exit code. */
  int run() {
    var loader = new DataLoader(config.data().labelKeys(), console);
    var structures = loader.load(files.train());
    Map<Element, Double> isolated = files.isolatedAtoms().map(loader::loadIsolatedAtoms).orElse(Map.of());
    var test = files.test().map(loader::load).orElse(List.of());
    requireKnownElements(test, structures);
    warnOfKnownTests(test, structures);
    try (var team = new Team(threads)) {
      var trainer = new Trainer(config, new TrainingData(structures, isolated, files.origin()), team);
      var runFiles = new RunFiles(directory, trainer);
      if (resumed) {
        runFiles.resume();
        Leftovers.deleteIn(directory);
      }
      writeConfig();
      TrainingResult result;
      OptionalInt interrupted;
      try (var interrupts = new Interrupts(() -> stop(trainer))) {
        result = trainer.run(runFiles.and(new TrainingProgress(console, threads, directory)));
        interrupted = interrupts.exitCode();
      }
      var plots = new Plots(directory, console);
      plots.learningCurve();
      if (result.ending() == Ending.STOP_REQUESTED) {
        console.print("Stopped and saved. To go on: noether train --resume " + directory);
      } else {
        report(result, team, trainer.trainingStructures(), test, plots);
      }
      listFiles();
      return interrupted.orElse(0);
    }
  }

  private void stop(Trainer trainer) {
    trainer.requestStop();
    console.note("stopping after this step and saving; a second Ctrl-C aborts");
  }

  private void report(TrainingResult result, Team team, List<Structure> learned, List<Structure> test, Plots plots) {
    var potential = result.model().potential(team);
    var table = new ErrorTable();
    var sample = thinned(learned);
    var training = new Evaluation(potential);
    training.addAll(sample.iterator());
    table.row(sample.size() < learned.size() ? "training data (sample)" : "training data", training.errors());
    table.row("validation", result.validation());
    var shown = training;
    if (!test.isEmpty()) {
      shown = new Evaluation(potential);
      shown.addAll(test.iterator());
      table.row("test", shown.errors());
    }
    plots.parity(shown.agreement(), test.isEmpty() ? "training data" : "test set");
    console.print("");
    console.print(table.toString());
  }

  /** A test set must not fail after an hour of training. */
  private static void requireKnownElements(List<Structure> test, List<Structure> training) {
    var known = new TreeSet<Element>();
    training.forEach(s -> addElements(s, known));
    for (Structure s : test) {
      var elements = new TreeSet<Element>();
      addElements(s, elements);
      elements.removeAll(known);
      if (!elements.isEmpty()) {
        throw new InputException(s.source() + ": has " + elements.first() + ", which is in none of the training data ("
            + String.join(", ", known.stream().map(Element::symbol).toList()) + "); take it out of the test set");
      }
    }
  }

  private void warnOfKnownTests(List<Structure> test, List<Structure> training) {
    var seen = new HashSet<Integer>();
    training.forEach(s -> seen.add(Arrays.hashCode(s.positions())));
    long known = test.stream().filter(s -> seen.contains(Arrays.hashCode(s.positions()))).count();
    if (known > 0) {
      console.warn(
          known + " of " + test.size() + " test structures are among the training data: test errors will flatter");
    }
  }

  private static void addElements(Structure s, TreeSet<Element> into) {
    for (int i = 0; i < s.size(); i++) {
      into.add(s.element(i));
    }
  }

  private static List<Structure> thinned(List<Structure> all) {
    int step = (all.size() + TRAINING_SAMPLE - 1) / TRAINING_SAMPLE;
    var sample = new ArrayList<Structure>();
    for (int k = 0; k < all.size(); k += step) {
      sample.add(all.get(k));
    }
    return sample;
  }

  private void writeConfig() {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new InputException(directory + ": cannot be made (" + e + "); choose another --out", e);
    }
    AtomicFile.write(directory.resolve("config.yaml"),
        out -> out.write(ConfigText.of(config).getBytes(StandardCharsets.UTF_8)));
  }

  private void listFiles() {
    console.print("Files in " + directory + ":");
    String[][] files = {{"model.safetensors", "the potential, for evaluate and predict"},
        {"metrics.csv", "every epoch"}, {"learning-curve.png", ""}, {"parity.png", ""},
        {"config.yaml", "every setting, for --config"}, {"last", "what --resume needs"}};
    for (String[] file : files) {
      if (Files.exists(directory.resolve(file[0]))) {
        console.print("  %-20s %s".formatted(file[0], file[1]).stripTrailing());
      }
    }
  }
}
