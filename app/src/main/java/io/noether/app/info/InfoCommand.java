package io.noether.app.info;

import io.noether.app.console.Console;
import io.noether.app.console.LabelOptions;
import io.noether.app.console.ModelOptions;

import io.noether.core.io.StructureReader;
import io.noether.nn.files.ModelFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code noether info}. */
@Command(name = "info", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Says what is in a model file, a run's directory or a file of structures.")
public final class InfoCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "FILE", description = "model.safetensors, a run's directory, or structures")
  private Path file = Path.of("");

  @Mixin
  private LabelOptions labels = new LabelOptions();

  /** @param console where the results go */
  public InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path model = ModelOptions.file(file);
    if (model.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
      console.print(ModelReport.of(model, ModelFile.read(model)));
    } else {
      try (var stream = StructureReader.open(file, labels.keys())) {
        console.print(DataReport.of(file, stream));
      }
    }
    return 0;
  }
}
