package io.noether.benchmarks;

import io.noether.app.console.Console;
import io.noether.autodiff.Precision;
import io.noether.core.Element;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.TrainedModel;
import io.noether.nn.models.PaiNN;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Loads the classes that commands need: it runs the commands that people wait for once, on water and an untrained model.
 * The launcher notes which classes were loaded and archives them, so that later runs start sooner.
 */
final class StartupClasses {
  private static final String WATER = """
      3
      Properties=species:S:1:pos:R:3:forces:R:3 energy=-14.2
      O 0 0 0.119 0 0 0.1
      H 0 0.763 -0.477 0 0 -0.1
      H 0 -0.763 -0.477 0 0 0
      """;

  private StartupClasses() {}

  /**
   * Exits with 0 if all commands succeeded.
   *
   * @param args a directory to write into
   */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    System.exit(commands(Path.of(args[0])));
  }

  private static int commands(Path directory) throws IOException {
    String data = Files.writeString(directory.resolve("water.xyz"), WATER).toString();
    String model = directory.resolve("model.safetensors").toString();
    var spec = new ModelSpec(new PaiNN(), List.of(Element.of(1), Element.of(8)), new double[] {-3, -8}, 1, 0);
    var network = new EnergyModel(spec);
    var parameters = network.newParameters(1);
    ModelFile.save(Path.of(model), new TrainedModel(network, parameters, Precision.FLOAT32, Map.of()));

    var line = io.noether.app.Main.commandLine(Console.system(), BenchCommand::new);
    return line.execute("info", model) | line.execute("evaluate", model, data)
        | line.execute("predict", model, data, "-o", directory.resolve("predicted.xyz").toString());
  }
}
