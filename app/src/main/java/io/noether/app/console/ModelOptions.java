package io.noether.app.console;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Potential;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.inference.Tuning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options for the model and the precision that it computes in. */
public final class ModelOptions {
  @Parameters(index = "0", paramLabel = "MODEL", description = "model.safetensors, or the directory of a run")
  private Path model = Path.of("");

  @Option(names = "--precision", paramLabel = "float32|float64",
      description = "what to compute with (default: as trained)")
  private Optional<Precision> precision = Optional.empty();

  /** Reads the model and makes a potential of it for a few calls, or for large structures. */
  public Potential load(Workers workers) {
    return load(workers, Tuning.DEFAULT);
  }

  /** Reads the model and makes a potential of it that is tuned for a kind of use. */
  public NeuralPotential load(Workers workers, Tuning tuning) {
    var read = ModelFile.read(file());
    return read.potential(precision.orElse(read.precision()), workers, tuning);
  }

  /** The file of the model. */
  public Path file() {
    return file(model);
  }

  /** The model of a run if a run's directory was given. */
  public static Path file(Path given) {
    return Files.isDirectory(given) ? given.resolve("model.safetensors") : given;
  }
}
