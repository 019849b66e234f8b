package io.noether.benchmarks.speed;

import io.noether.app.console.ModelOptions;
import io.noether.core.Structure;
import io.noether.core.io.StructureReader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Options for the model whose dynamics is measured, and for the structure. */
public final class SpeedOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--model", paramLabel = "FILE",
      description = "measure molecular dynamics with this model instead: atoms per second, and nanoseconds per day")
  private Optional<Path> model = Optional.empty();

  @Parameters(index = "0", arity = "0..1", paramLabel = "STRUCTURE",
      description = "with --model: what moves, the first structure of the file (default: silicon, 1000 atoms)")
  private Optional<Path> structure = Optional.empty();

  /** Whether a model is to be measured at all. */
  public boolean asked() {
    if (structure.isPresent() && model.isEmpty()) {
      throw new CommandLine.ParameterException(command.commandLine(),
          "a structure is measured with a model: name one with --model");
    }
    return model.isPresent();
  }

  /** Reads both, which takes a moment. */
  public SpeedMeasurement measurement() {
    Path file = ModelOptions.file(model.orElseThrow());
    Optional<Structure> given = structure.map(path -> StructureReader.read(path).getFirst());
    return SpeedMeasurement.read(file, given);
  }
}
