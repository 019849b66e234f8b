package io.noether.app.graphs;

import io.noether.app.console.Console;
import io.noether.app.console.Interrupts;
import io.noether.app.console.ThreadOption;
import io.noether.autodiff.optim.Budget;
import io.noether.autodiff.optim.Ending;
import io.noether.core.InputException;
import io.noether.graphs.molecules.MoleculeCheckpoint;
import io.noether.graphs.molecules.MoleculeModelFile;
import io.noether.graphs.molecules.MoleculeSettings;
import io.noether.graphs.molecules.MoleculeTrainer;
import io.noether.graphs.molecules.TrainingPlan;
import io.noether.graphs.molecules.TrainingReport;
import io.noether.nn.training.settings.Durations;
import io.noether.smiles.KnownMolecules;
import io.noether.smiles.SmilesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noether molecules train}. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Trains the second-order graph variational autoencoder on a file of SMILES, one molecule a line.",
        "Ctrl-C saves everything and ends the run; --resume goes on with it, bit for bit."})
final class MoleculesTrainCommand implements Callable<Integer> {
  private static final double SECONDS_BETWEEN_SAVES = 300;
  private static final int REPORT_STEPS = 200;

  private final Console console;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DATA", description = "SMILES, the first field of each line")
  private Path data = Path.of("");

  @Option(names = {"-o", "--out"}, required = true, paramLabel = "MODEL.safetensors",
      description = "where the model goes; written every five minutes and at the end")
  private Path out = Path.of("");

  @Option(names = "--resume",
      description = "go on with a run that was stopped or killed: give the same command again, with --resume")
  private boolean resume;

  @Option(names = "--time-limit", paramLabel = "TIME",
      description = "training time: 90s, 45m, 1h (default: 45m unless --epochs)")
  private Optional<String> timeLimit = Optional.empty();

  @Option(names = "--epochs", paramLabel = "N", description = "passes over the molecules")
  private Optional<Integer> epochs = Optional.empty();

  @Option(names = "--order", defaultValue = "2", paramLabel = "2|3",
      description = "highest order of the layers (default: ${DEFAULT-VALUE})")
  private int order;

  @Option(names = "--channels", defaultValue = "32", paramLabel = "N",
      description = "channels of pairs (default: ${DEFAULT-VALUE})")
  private int channels;

  @Option(names = "--latent", defaultValue = "8", paramLabel = "N",
      description = "latent numbers of an atom (default: ${DEFAULT-VALUE})")
  private int latent;

  @Option(names = "--encoder-layers", defaultValue = "2", paramLabel = "N",
      description = "residual layers of the encoder (default: ${DEFAULT-VALUE})")
  private int encoderLayers;

  @Option(names = "--decoder-layers", defaultValue = "6", paramLabel = "N",
      description = "residual layers of the decoder (default: ${DEFAULT-VALUE})")
  private int decoderLayers;

  @Option(names = "--batch-size", defaultValue = "128", paramLabel = "N",
      description = "molecules in a step (default: ${DEFAULT-VALUE})")
  private int batchSize;

  @Option(names = "--learning-rate", defaultValue = "2e-3", paramLabel = "X",
      description = "peak of the cosine (default: ${DEFAULT-VALUE})")
  private double learningRate;

  @Option(names = "--kl", defaultValue = "0.5", paramLabel = "X",
      description = "weight of the KL divergence (default: ${DEFAULT-VALUE})")
  private double divergenceWeight;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
      description = "decides initial weights, orders and noise (default: ${DEFAULT-VALUE})")
  private long seed;

  @Mixin
  private ThreadOption threads = new ThreadOption();

  MoleculesTrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    checkOptions();
    try (var team = threads.team()) {
      var file = SmilesFile.read(data, team, done -> console.live("reading %s: %,d lines".formatted(data, done)));
      console.print("%s: %,d molecules%s".formatted(data, file.molecules().size(), skipped(file)));
      var types = MoleculeSettings.typesOf(file.molecules());
      var settings = MoleculeSettings.of(types).withChannels(channels).withLatent(latent)
          .withLayers(encoderLayers, decoderLayers).withOrder(order);
      double seconds = timeLimit.map(this::seconds).orElse(epochs.isPresent() ? 0.0 : 2700.0);
      var plan = new TrainingPlan(batchSize, learningRate, divergenceWeight,
          new Budget(epochs.orElse(0), 0, seconds, 0), seed);
      var known = KnownMolecules.of(file.names()).fingerprints();
      console.print("atom types " + types.stream().map(Object::toString).collect(Collectors.joining(" ")) + "; "
          + settings.channels() + " channels, order " + order);
      var trainer = new MoleculeTrainer(settings, plan, file.molecules(), team);
      if (resume) {
        MoleculeCheckpoint.resume(checkpoint(), trainer);
        console.print("going on after step %,d".formatted(trainer.state().optimiser().steps()));
      }
      return train(trainer, known, provenance(file));
    }
  }

  private int train(MoleculeTrainer trainer, double[] known, Map<String, String> provenance) {
    double[] saved = {trainer.state().seconds()};
    Runnable save = () -> {
      new MoleculeModelFile(trainer.model(), known, provenance).save(out);
      MoleculeCheckpoint.write(checkpoint(), trainer);
    };
    OptionalInt interrupted;
    Ending ending;
    try (var interrupts = new Interrupts(() -> stop(trainer))) {
      MoleculeCheckpoint.write(checkpoint(), trainer); // a folder that cannot be written to shows now
      ending = trainer.run(REPORT_STEPS, report -> {
        console.print(line(report));
        if (report.seconds() - saved[0] > SECONDS_BETWEEN_SAVES) {
          saved[0] = report.seconds();
          save.run();
        }
      });
      interrupted = interrupts.exitCode();
    }
    save.run();
    console.print(ending == Ending.STOP_REQUESTED
        ? "Stopped and saved " + out + ". To go on: the same command with --resume" : "saved " + out);
    return interrupted.orElse(0);
  }

  private void stop(MoleculeTrainer trainer) {
    trainer.requestStop();
    console.note("stopping after this step and saving; a second Ctrl-C aborts");
  }

  /** Beside the model: what --resume needs. */
  private Path checkpoint() {
    String name = String.valueOf(out.getFileName());
    String stem = name.endsWith(".safetensors") ? name.substring(0, name.length() - ".safetensors".length()) : name;
    return out.resolveSibling(stem + ".checkpoint.safetensors");
  }

  private static String skipped(SmilesFile file) {
    return file.skipped().isEmpty() ? "" : "; skipped " + file.skipped().entrySet().stream()
        .map(e -> "%,d (%s)".formatted(e.getValue(), e.getKey())).collect(Collectors.joining(", "))
        + file.example().map(example -> ", first " + example).orElse("");
  }

  private Map<String, String> provenance(SmilesFile file) {
    var provenance = new LinkedHashMap<String, String>();
    provenance.put("data", String.valueOf(data.getFileName()));
    provenance.put("data_molecules", Integer.toString(file.molecules().size()));
    provenance.put("batch_size", Integer.toString(batchSize));
    provenance.put("learning_rate", Double.toString(learningRate));
    provenance.put("kl", Double.toString(divergenceWeight));
    provenance.put("seed", Long.toString(seed));
    return provenance;
  }

  private static String line(TrainingReport r) {
    return ("epoch %.2f  step %,d  loss %.3f  mismatch %.3f  KL %.2f  exact %.1f %%  repaired %.1f %%  %.0f s"
        + "  (%.0f %%)").formatted(r.epoch(), r.step(), r.loss(), r.mismatch(), r.divergence(), 100 * r.exact(),
            100 * r.repaired(), r.seconds(), 100 * r.fraction());
  }

  private double seconds(String text) {
    try {
      return Durations.seconds(text);
    } catch (IllegalArgumentException e) {
      throw wrong("--time-limit: " + e.getMessage() + "; write 90s, 45m or 1h");
    }
  }

  /** Before minutes are spent on reading and training. */
  private void checkOptions() {
    require(order == 2 || order == 3, "--order must be 2 or 3, not " + order);
    require(channels >= 1 && channels <= 1024, "--channels must be from 1 to 1024, not " + channels);
    require(latent >= 1 && latent <= 1024, "--latent must be from 1 to 1024, not " + latent);
    require(Math.min(encoderLayers, decoderLayers) >= 0 && Math.max(encoderLayers, decoderLayers) <= 100,
        "--encoder-layers and --decoder-layers must be from 0 to 100");
    require(batchSize >= 1 && batchSize <= 100_000, "--batch-size must be from 1 to 100000, not " + batchSize);
    require(learningRate > 0 && learningRate <= 1, "--learning-rate must be in 0..1, not " + learningRate);
    require(divergenceWeight >= 0 && divergenceWeight <= 1e6, "--kl must not be negative, not " + divergenceWeight);
    require(epochs.orElse(1) >= 1, "--epochs must be at least 1");
    require(epochs.isPresent() || timeLimit.map(this::seconds).orElse(1.0) > 0,
        "--time-limit none needs --epochs");
    if (Files.isDirectory(out)) {
      throw new InputException(out + ": is a directory; give a file name");
    }
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw wrong(message);
    }
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
