package io.noether.app;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.nn.Potential;
import io.noether.nn.files.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which model, and how exactly it computes. */
final class ModelOptions {
  @Parameters(index = "0", paramLabel = "MODEL", description = "model.safetensors, or the directory of a run")
  private Path model = Path.of("");

  @Option(names = "--precision", paramLabel = "float32|float64",
      description = "what to compute with (default: as trained)")
  private Optional<Precision> precision = Optional.empty();

  Potential load(Workers workers) {
    var file = ModelFile.read(file(model));
    return file.potential(precision.orElse(file.precision()), workers);
  }

  /** The model of a run if a run's directory was given. */
  static Path file(Path given) {
    return Files.isDirectory(given) ? given.resolve("model.safetensors") : given;
  }
}
