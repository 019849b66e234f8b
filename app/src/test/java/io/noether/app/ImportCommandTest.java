package io.noether.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.app.console.Console;
import io.noether.autodiff.Tensor;
import io.noether.core.Element;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.SafetensorsWriter;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.files.ModelFile;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import}, within this JVM. */
class ImportCommandTest {
  private static final EnergyModel NETWORK = new EnergyModel(new ModelSpec(
      new PaiNN(2, 1, new Radial(3, 4, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine())),
      List.of(Element.H, Element.O),
      new double[2], 1, 0));
  private static final String MAPPING = """
      # of a test
      model: tiny
      licence: CC0
      architecture: painn
      hyper_parameters: {features: 2, interactions: 1, radial_functions: 3, cutoff: 4.0,
                         radial_basis: gaussian, cutoff_function: cosine}
      elements: [H, O]
      energy_unit: kJ/mol
      tensors:
      """;

  @TempDir
  private Path directory = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aModelOfMatglIsReadyToUse() {
    Path model = directory.resolve("ani.safetensors");
    assertEquals(0, run("import", shared("matgl-tensornet-ani1x"), "-o", model.toString()), errors());
    for (String said : List.of("matgl-tensornet-ani1x of matgl", "tensornet (features 64", "H C N O", "5.0 Å",
        "BSD-3-Clause", "next: ./noether predict")) {
      assertTrue(printed().contains(said), () -> said + " is not said in " + printed());
    }
    assertEquals("", errors());
    assertEquals(0, run("info", model.toString()), errors());
    for (String said : List.of("imported from", "BSD-3-Clause, matgl ©", "npj Comput. Mater. 11, 253",
        "sha256.state.pt")) {
      assertTrue(printed().contains(said), () -> said + " is not said in " + printed());
    }
    Path water = TinyData.molecules(directory.resolve("water.xyz"), 1);
    Path labelled = directory.resolve("labelled.xyz");
    assertEquals(0, run("predict", model.toString(), water.toString(), "-o", labelled.toString()), errors());
    assertTrue(Files.exists(labelled));
  }

  @Test
  void whatIsAssumedOfSchNetPackIsSaid() {
    String source = shared("schnetpack-painn-ethanol/best_model");
    String model = directory.resolve("painn.safetensors").toString();
    assertEquals(0, run("import", source, "-o", model), errors());
    assertTrue(errors().contains("--energy-unit") && errors().contains("--elements"), errors());
    assertTrue(printed().contains("99: H He") && printed().contains("1 kcal/mol = 0.0433641042418009"), printed());
    assertEquals(0, run("import", source, "-o", model, "--elements", "H,C, O", "--energy-unit", "kcal/mol",
        "--licence", "CC-BY-4.0"), errors());
    assertEquals("", errors());
    assertTrue(printed().contains("H C O\n") && printed().contains("CC-BY-4.0"), printed());
  }

  /** In YAML and in JSON. */
  @Test
  void aMappingExplainsTensorsOfOthers() {
    Path theirs = theirs();
    Path model = directory.resolve("ours.safetensors");
    Path yaml = TinyData.write(directory.resolve("mapping.yaml"), mapping());
    assertEquals(0, run("import", theirs.toString(), "--mapping", yaml.toString(), "-o", model.toString()), errors());
    assertTrue(printed().contains("tiny of safetensors") && printed().contains("CC0"), printed());
    assertArrayEquals(NETWORK.newParameters(5).values(), ModelFile.read(model).parameters().values());
    Path json = TinyData.write(directory.resolve("mapping.json"), "{\"architecture\": \"painn\"}");
    assertEquals(2, run("import", theirs.toString(), "--mapping", json.toString(), "-o", model.toString()));
    assertTrue(errors().contains("mapping.json: elements") || errors().contains("mapping.json has no field"), errors());
  }

  @Test
  void mistakesAreOneLineAndNothingIsWritten() {
    String theirs = theirs().toString();
    String ours = directory.resolve("ours.safetensors").toString();
    String yaml = TinyData.write(directory.resolve("mapping.yaml"), mapping()).toString();
    failed("ends in .safetensors", "import", theirs, "--mapping", yaml, "-o", directory.resolve("x.pt").toString());
    failed("is the source itself", "import", theirs, "--mapping", yaml, "-o", theirs);
    failed("give --mapping", "import", theirs, "-o", ours);
    failed("no such file", "import", theirs, "--mapping", "nowhere.yaml", "-o", ours);
    failed("no such file", "import", "nowhere", "-o", ours);
    failed("furlong", "import", "nowhere", "-o", ours, "--energy-unit", "furlong");
    failed("Xx", "import", "nowhere", "-o", ours, "--elements", "Xx");
    failed("model.json: there is no such file", "import", directory.toString(), "-o", ours);
    failed("Duplicate", "import", theirs, "-o", ours, "--mapping",
        TinyData.write(directory.resolve("twice.yaml"), mapping() + "model: again\n").toString());
    failed("deeper", "import", theirs, "-o", ours, "--mapping",
        TinyData.write(directory.resolve("deep.yaml"), "[".repeat(40) + "]".repeat(40)).toString());
    failed("deep.json", "import", theirs, "-o", ours, "--mapping",
        TinyData.write(directory.resolve("deep.json"), "[".repeat(500_000)).toString());
    assertFalse(Files.exists(Path.of(ours)));
  }

  private void failed(String said, String... arguments) {
    assertEquals(2, run(arguments), () -> String.join(" ", arguments));
    assertEquals(1, errors().lines().count(), errors());
    assertTrue(errors().startsWith("noether: ") && errors().contains(said), errors());
  }

  private static String mapping() {
    var text = new StringBuilder(MAPPING);
    NETWORK.parameters().forEach(p -> text.append("  %1$s: %1$s\n".formatted(p.name())));
    return text.toString();
  }

  private Path theirs() {
    var file = new SafetensorsWriter();
    var parameters = NETWORK.newParameters(5);
    for (Tensor p : NETWORK.parameters()) {
      LongStream rows = p.space().equals(AtomicGraph.ELEMENTS) ? LongStream.of(2) : LongStream.empty();
      long[] shape = LongStream.concat(rows,
          LongStream.range(0, p.shape().rank()).map(axis -> p.shape().dim((int) axis))).toArray();
      file.add(p.name(), ElementType.F64, parameters.values(), parameters.offset(p), shape);
    }
    Path path = directory.resolve("theirs.safetensors");
    file.write(path);
    return path;
  }

  private static String shared(String model) {
    Path path = Path.of("..", "..", "shared", "models").resolve(model);
    Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there: its import is not tested");
    return path.toString();
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    var console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), false);
    return Main.commandLine(console).execute(arguments);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
