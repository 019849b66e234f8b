package io.noether.nn.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.inference.TrainedModel;
import io.noether.nn.models.Architectures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileTest {
  private static final Structure WATER =
      Structure.of(new int[] {8, 1, 1}, new double[] {0, 0, 0, 1, 0, 0, -0.3, 0.95, 0});

  @TempDir
  Path folder;

  private Path file;
  private ModelSpec spec;
  private EnergyModel model;
  private ParameterSet parameters;

  @BeforeEach
  void save() {
    file = folder.resolve("model.safetensors");
    spec = spec("painn", Map.of("features", "4", "interactions", "1", "radial_functions", "4"));
    model = new EnergyModel(spec);
    parameters = model.newParameters(3);
    ModelFile.save(file, new TrainedModel(model, parameters, Precision.FLOAT64, Map.of("licence", "none")));
  }

  private static ModelSpec spec(String name, Map<String, String> changed) {
    return new ModelSpec(Architectures.standard().withDefaults(name, changed), List.of(Element.H, Element.O),
        new double[] {-13.6, -2041.25}, 1.3, -0.1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"painn", "egnn"})
  void aLoadedModelPredictsTheSame(String name) {
    var any = spec(name, Map.of("features", "4"));
    var network = new EnergyModel(any);
    var numbers = network.newParameters(1);
    ModelFile.save(file, new TrainedModel(network, numbers, Precision.FLOAT64, Map.of()));
    var loaded = ModelFile.read(file);
    assertEquals(any.architecture(), loaded.model().spec().architecture());
    assertArrayEquals(any.referenceEnergies(), loaded.model().spec().referenceEnergies());
    assertArrayEquals(numbers.values(), loaded.parameters().values());
    var before = new NeuralPotential(network, numbers, Precision.FLOAT64, Workers.CALLER).predict(WATER);
    var after = loaded.potential(Workers.CALLER).predict(WATER);
    assertEquals(before.energy(), after.energy());
    assertArrayEquals(before.forces(), after.forces());
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void numbersAreKeptInTheModelsPrecision(Precision precision) {
    ModelFile.save(file, new TrainedModel(model, parameters, precision, Map.of("licence", "CC0")));
    var loaded = ModelFile.read(file);
    assertEquals(precision, loaded.precision());
    assertEquals("CC0", loaded.metadata().get("licence"));
    for (int k = 0; k < parameters.values().length; k++) {
      double exact = parameters.values()[k];
      assertEquals(precision == Precision.FLOAT32 ? (float) exact : exact, loaded.parameters().values()[k]);
    }
  }

  /** Saves again with some of the header changed; null takes an entry out. */
  private void tamper(Map<String, String> changes) {
    tamper(changes, "", new double[0]);
  }

  private void tamper(Map<String, String> changes, String replaced, double[] values) {
    var writer = new SafetensorsWriter();
    try (var in = Safetensors.open(file)) {
      var metadata = new HashMap<>(in.metadata());
      changes.forEach((key, value) -> {
        if (value.equals("(none)")) {
          metadata.remove(key);
        } else {
          metadata.put(key, value);
        }
      });
      writer.putAll(metadata);
      in.tensors().forEach((name, entry) -> {
        long[] shape = entry.shape().stream().mapToLong(Long::longValue).toArray();
        if (!name.equals(replaced)) {
          writer.add(name, ElementType.F64, in.read(name), 0, shape);
        } else if (values.length > 0) {
          writer.add(name, ElementType.F64, values, 0, values.length);
        }
      });
      if (replaced.equals("extra")) {
        writer.add(replaced, ElementType.F64, values, 0, values.length);
      }
    }
    writer.write(file);
  }

  @ParameterizedTest
  @CsvSource({"format, pt, not a Noether model", "format, (none), not a Noether model", "format_version, 2.0, update",
      "format_version, 0.9, convert", "format_version, new, not a version", "format_version, (none), missing",
      "architecture, transformer, transformer", "model.features, 5, even", "model.features, 6, shape",
      "model.features, 4096, shape", "model.features, 99999999999, features", "model.interactions, 64, missing",
      "model.radial_functions, (none), radial_functions", "elements, H Xx, Xx", "elements, H, reference_energies",
      "elements, H H, once", "reference_energies, 1 NaN, not finite", "reference_energies, 1 two, two",
      "scale, 0, scale", "scale, 1 2, one number", "shift, inf, shift", "precision, float8, float8"})
  void refusesHeadersThatDoNotFit(String key, String value, String expected) {
    tamper(Map.of(key, value));
    var refusal = assertThrows(InputException.class, () -> ModelFile.read(file));
    assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    assertTrue(refusal.getMessage().startsWith(file.toString()), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count(), refusal.getMessage());
  }

  @Test
  void aNewerMinorVersionLoads() {
    tamper(Map.of("format_version", "1.7", "something.new", "unknown"));
    ModelFile.read(file);
  }

  @Test
  void refusesTensorsThatDoNotFit() {
    String bias =
        parameters.tensors().stream().filter(t -> t.name().endsWith("bias") && t.shape().rank() == 1).findFirst()
            .orElseThrow().name();
    for (double[] values : List.of(new double[0], new double[] {1}, new double[] {1, Double.NaN, 3, 4})) {
      save();
      tamper(Map.of(), bias, values);
      var refusal = assertThrows(InputException.class, () -> ModelFile.read(file), Arrays.toString(values));
      assertTrue(refusal.getMessage().contains(bias), refusal.getMessage());
    }
    save();
    tamper(Map.of(), "extra", new double[] {1});
    assertTrue(assertThrows(InputException.class, () -> ModelFile.read(file)).getMessage().contains("extra"));
  }

  @Test
  void aHugeModelInASmallFileIsRefusedBeforeItIsBuilt() throws IOException {
    tamper(Map.of("model.features", "4096", "model.interactions", "64"));
    assertTrue(Files.size(file) < 100_000);
    assertThrows(InputException.class, () -> ModelFile.read(file));
  }

  @Test
  void damageIsRefusedOrHarmless() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int header = new String(whole, StandardCharsets.ISO_8859_1).indexOf("}}") + 2;
    var random = new Random(7);
    for (int trial = 0; trial < 150; trial++) {
      byte[] damaged = whole.clone();
      damaged[8 + random.nextInt(header)] = (byte) (32 + random.nextInt(95));
      Files.write(file, damaged);
      try {
        ModelFile.read(file);
      } catch (InputException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
  }
}
