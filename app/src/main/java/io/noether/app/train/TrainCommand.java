package io.noether.app.train;

import io.noether.app.console.Console;
import io.noether.app.console.LabelOptions;
import io.noether.app.console.ThreadOption;

import io.noether.autodiff.Precision;
import io.noether.core.InputException;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.runs.SavedRun;
import io.noether.nn.training.settings.TrainingSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noether train}. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Learns a potential from structures with energies and forces (extended XYZ: eV, Å, eV/Å, eV/Å³).",
        "Without DATA: the ethanol data set of the project, for three minutes.",
        "Ctrl-C saves everything and ends the run; --resume goes on with it, bit for bit."})
public final class TrainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "DATA", arity = "0..*", description = "files of labelled structures to train on")
  private List<Path> data = List.of();

  @Option(names = "--test", paramLabel = "FILE", description = "structures to report errors on; never trained on")
  private Optional<Path> test = Optional.empty();

  @Option(names = "--isolated-atoms", paramLabel = "FILE",
      description = "single atoms with their energies, eV: the reference energies")
  private Optional<Path> isolatedAtoms = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", description = "where files go; new or empty (default: runs/NAME-DATE)")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--resume", paramLabel = "DIR",
      description = "go on with the run in DIR; --epochs and --time-limit may change")
  private Optional<Path> resume = Optional.empty();

  @Option(names = "--config", paramLabel = "FILE.yaml", description = "settings, as --print-config prints them")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--print-config", description = "print every setting with its meaning, and do nothing else")
  private boolean printConfig;

  @Option(names = "--set", paramLabel = "SECTION.NAME=VALUE", description = "change any one setting; repeatable")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--model", paramLabel = "NAME", completionCandidates = ArchitectureNames.class,
      description = "the network: ${COMPLETION-CANDIDATES}")
  private Optional<String> model = Optional.empty();

  @Option(names = "--features", paramLabel = "N", description = "channels of the network")
  private Optional<String> features = Optional.empty();

  @Option(names = "--batch-size", paramLabel = "N", description = "structures in a step")
  private Optional<String> batchSize = Optional.empty();

  @Option(names = "--precision", paramLabel = "float32|float64", description = "what the network computes with")
  private Optional<Precision> precision = Optional.empty();

  @Option(names = "--seed", paramLabel = "N",
      description = "decides initial weights, split and order; same seed, same file")
  private Optional<String> seed = Optional.empty();

  @Option(names = "--epochs", paramLabel = "N", description = "passes over the training set")
  private Optional<String> epochs = Optional.empty();

  @Option(names = "--time-limit", paramLabel = "TIME",
      description = "training time: 90s, 10m, 1.5h, none (default: 10m unless --epochs)")
  private Optional<String> timeLimit = Optional.empty();

  @Mixin
  private LabelOptions labels = new LabelOptions();

  @Mixin
  private ThreadOption threads = new ThreadOption();

  /** @param console where the results go */
  public TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (resume.isPresent()) {
      return resumed(resume.get());
    }
    boolean shipped = data.isEmpty();
    var files = shipped ? DataFiles.shipped(test, isolatedAtoms) : new DataFiles(data, test, isolatedAtoms);
    var settled = configuration(shipped);
    if (printConfig) {
      console.print(ConfigText.of(settled).strip());
      return 0;
    }
    var directory = RunDirectory.fresh(out, files.name());
    return new TrainingSession(settled, files, directory, false, threads.count(), console).run();
  }

  private int resumed(Path directory) {
    if (config.isPresent() || out.isPresent()) {
      throw new InputException((config.isPresent() ? "--config" : "--out")
          + " and --resume exclude each other: a resumed run keeps its settings and its directory");
    }
    var saved = SavedRun.read(directory);
    var settled = withOptions(saved.config());
    if (printConfig) {
      console.print(ConfigText.of(settled).strip());
      return 0;
    }
    var files = DataFiles.of(saved.origin(), data, test, isolatedAtoms, directory);
    return new TrainingSession(settled, files, directory, true, threads.count(), console).run();
  }

  private TrainingConfig configuration(boolean shipped) {
    var settled = withOptions(config.map(ConfigFile::read).orElseGet(() -> TrainingConfig.DEFAULT));
    boolean limited = config.isPresent() || epochs.isPresent() || timeLimit.isPresent()
        || settings.keySet().stream().anyMatch(key -> key.startsWith("budget."));
    return shipped && !limited && !printConfig
        ? TrainingSettings.standard().with(settled, "budget.time_limit", DataFiles.SHIPPED_TIME_LIMIT)
        : settled;
  }

  /** The network before its channels, epochs before the time limit: what comes first changes defaults of the rest. */
  private TrainingConfig withOptions(TrainingConfig start) {
    var changed = new LinkedHashMap<String, String>();
    model.ifPresent(value -> changed.put("model.architecture", value));
    features.ifPresent(value -> changed.put("model.features", value));
    batchSize.ifPresent(value -> changed.put("optimiser.batch_size", value));
    precision.ifPresent(value -> changed.put("precision", value.name().toLowerCase(Locale.ROOT)));
    seed.ifPresent(value -> changed.put("seed", value));
    epochs.ifPresent(value -> changed.put("budget.epochs", value));
    timeLimit.ifPresent(value -> changed.put("budget.time_limit", value));
    labels.keys().energy().ifPresent(value -> changed.put("data.energy_key", value));
    labels.keys().forces().ifPresent(value -> changed.put("data.forces_key", value));
    labels.keys().stress().ifPresent(value -> changed.put("data.stress_key", value));
    changed.putAll(settings);
    var settled = start;
    for (var change : changed.entrySet()) {
      KnownSettings.of(settled).require(change.getKey(), "--set");
      settled = TrainingSettings.standard().with(settled, change.getKey(), change.getValue());
    }
    return settled;
  }
}
