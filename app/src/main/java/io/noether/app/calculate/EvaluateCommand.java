package io.noether.app.calculate;

import io.noether.app.console.Console;
import io.noether.app.console.Json;
import io.noether.app.console.LabelOptions;
import io.noether.app.console.ModelOptions;
import io.noether.app.console.ThreadOption;
import io.noether.core.InputException;
import io.noether.core.io.StructureReader;
import io.noether.nn.training.errors.Deviation;
import io.noether.nn.training.errors.Errors;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noether evaluate}. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Compares a potential with labelled structures.")
public final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private ModelOptions model = new ModelOptions();

  @Parameters(index = "1", paramLabel = "DATA", description = "labelled structures")
  private Path data = Path.of("");

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Mixin
  private LabelOptions labels = new LabelOptions();

  @Mixin
  private ThreadOption threads = new ThreadOption();

  /** @param console where the results go */
  public EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (var team = threads.team(); var stream = StructureReader.open(data, labels.keys())) {
      var evaluation = new Evaluation(model.load(team));
      evaluation.addAll(stream);
      Errors errors = evaluation.errors();
      if (errors.energy().isEmpty() && errors.forces().isEmpty() && errors.stress().isEmpty()) {
        throw new InputException(data + ": has no energies, forces or stresses to compare with; if they have unusual "
            + "names, give them with --energy-key, --forces-key and --stress-key");
      }
      if (json) {
        console.print(Json.text(fields(errors)));
      } else {
        console.print("%s: %,d structures, %,d atoms; %s".formatted(data, errors.structures(), errors.atoms(),
            LabelOptions.describe(stream.found())));
        var table = new ErrorTable();
        table.row("errors", errors);
        console.print(table.toString());
      }
      return 0;
    }
  }

  private static Map<String, Object> fields(Errors errors) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("structures", errors.structures());
    fields.put("atoms", errors.atoms());
    put(fields, "energy", "mev_per_atom", errors.energy());
    put(fields, "forces", "mev_per_a", errors.forces());
    put(fields, "stress", "mev_per_a3", errors.stress());
    return fields;
  }

  private static void put(Map<String, Object> fields, String what, String unit, Optional<Deviation> deviation) {
    deviation.ifPresent(d -> {
      fields.put(what + "_mae_" + unit, d.mae());
      fields.put(what + "_rmse_" + unit, d.rmse());
    });
  }
}
