package io.noether.app.calculate;

import io.noether.app.console.Console;
import io.noether.app.console.LabelOptions;
import io.noether.app.console.ModelOptions;
import io.noether.app.console.ThreadOption;

import io.noether.core.io.ExtendedXyzWriter;
import io.noether.core.io.StructureReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noether predict}. */
@Command(name = "predict", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Writes energies (eV), forces (eV/Å), stresses (eV/Å³, of fully periodic structures) and the atoms' "
        + "shares of the energy (column energies, eV) of structures.",
        "Everything else in the input is kept; labels in it under their own name, or with REF_ before it."})
public final class PredictCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private ModelOptions model = new ModelOptions();

  @Parameters(index = "1", paramLabel = "INPUT", description = "structures")
  private Path input = Path.of("");

  @Option(names = {"-o", "--output"}, required = true, paramLabel = "OUTPUT.extxyz",
      description = "where predictions go, gzipped if it ends in .gz; appears when it is complete")
  private Path output = Path.of("");

  @Mixin
  private LabelOptions labels = new LabelOptions();

  @Mixin
  private ThreadOption threads = new ThreadOption();

  /** @param console where the results go */
  public PredictCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    long structures = 0;
    long atoms = 0;
    try (var team = threads.team(); var stream = StructureReader.open(input, labels.keys())) {
      var potential = model.load(team);
      try (var writer = new ExtendedXyzWriter(output)) {
        while (stream.hasNext()) {
          var chunk = Evaluation.chunk(stream);
          var predictions = potential.predict(chunk);
          for (int k = 0; k < chunk.size(); k++) {
            writer.write(Predicted.structure(chunk.get(k), predictions.get(k), stream.found()));
            structures++;
            atoms += chunk.get(k).size();
          }
        }
        writer.commit();
      }
    }
    console.print("%s: %,d structures, %,d atoms".formatted(output, structures, atoms));
    return 0;
  }
}
