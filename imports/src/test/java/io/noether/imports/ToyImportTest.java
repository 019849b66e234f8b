package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.safetensors.SafetensorsWriter;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tiny models in the form of other packages, imported, give what the packages' own equations give: energies, and forces
 * as differences of energies, both in plain loops that know nothing of ours. {@link PlainTest} holds those loops against
 * results of the packages themselves.
 */
class ToyImportTest {
  private static final double KCAL_PER_MOL = 4184 / (6.02214076e23 * 1.602176634e-19); // eV

  @TempDir
  private Path folder = Path.of("");

  static Stream<ToySchNetPack> painns() {
    return Stream.of(ToySchNetPack.USUAL, new ToySchNetPack(true, false, true),
        new ToySchNetPack(false, true, true), new ToySchNetPack(true, false, false));
  }

  @ParameterizedTest
  @MethodSource("painns")
  void aPaiNNOfSchNetPack(ToySchNetPack toy) {
    var imported = ModelImport.read(toy.write(folder), ImportOptions.NONE);
    PlainSchNetPack plain = toy.plain();
    compare(s -> KCAL_PER_MOL * plain.energy(s), imported, Precision.FLOAT64, 1e-10);
  }

  @Test
  void energiesOfSchNetPackInElectronVolts() {
    var options = new ImportOptions(List.of(Element.H, Element.C, Element.O), Optional.of(EnergyUnit.EV),
        Optional.empty());
    compare(ToySchNetPack.USUAL.plain()::energy,
        ModelImport.read(ToySchNetPack.USUAL.write(folder), options), Precision.FLOAT64, 1e-10);
  }

  @Test
  void aTensorNetOfMatgl() {
    compare(ToyMatgl.plain()::energy, ModelImport.read(ToyMatgl.write(folder), ImportOptions.NONE),
        Precision.FLOAT64, 1e-10);
  }

  @Test
  void elementsInAnotherOrderThanTheRows() {
    var options = new ImportOptions(List.of(Element.H, Element.C, Element.O), Optional.empty(), Optional.empty());
    compare(ToyMatgl.plain()::energy, ModelImport.read(ToyMatgl.write(folder), options), Precision.FLOAT64, 1e-10);
  }

  /** The tensors of SchNetPack in a safetensors file, and a mapping that says what they are. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void aPaiNNInASafetensorsFile(Precision precision) throws IOException {
    var file = new SafetensorsWriter();
    ToySchNetPack.USUAL.state().forEach((name, tensor) -> file.add(name, tensor.type(), tensor.values(), 0,
        tensor.shape().stream().mapToLong(Integer::longValue).toArray()));
    file.write(folder.resolve("theirs.safetensors"));
    try (var parser = new JsonFactory().createParser(mapping())) {
      var imported = ModelImport.read(folder.resolve("theirs.safetensors"), TensorMapping.read(parser, "mapping"),
          ImportOptions.NONE);
      PlainSchNetPack plain = ToySchNetPack.USUAL.plain();
      compare(s -> KCAL_PER_MOL * plain.energy(s), imported, precision, precision == Precision.FLOAT64 ? 1e-10 : 1e-5);
    }
  }

  private static String mapping() {
    var text = new StringBuilder("""
        {"architecture": "painn", "hyper_parameters": {"features": 6, "interactions": 2, "radial_functions": 5,
        "cutoff": 4.0, "radial_basis": "gaussian", "cutoff_function": "cosine"}, "elements": ["H", "C", "O"],
        "energy_unit": "kcal/mol", "shift": -9.87654321098765, "ignored": ["postprocessors.1.atomref",
        "postprocessors.1.mean", "representation.cutoff_fn.cutoff", "representation.radial_basis.widths",
        "representation.radial_basis.offsets"], "tensors": {
        "painn.embedding.weight": {"from": "representation.embedding.weight", "rows": [1, 6, 8]}
        """);
    for (int t = 0; t < 2; t++) {
      String ours = "painn.interaction." + t + ".";
      String rows = t == 0 ? "[0, 18]" : "[18, 36]";
      text.append("""
          , "%1$sfilter.weight": {"from": "representation.filter_net.weight", "slice": %2$s, "transpose": true},
          "%1$sfilter.bias": {"from": "representation.filter_net.bias", "slice": %2$s},
          "%1$svectors.weight": {"from": "representation.mixing.%3$d.mu_channel_mix.weight", "transpose": true}
          """.formatted(ours, rows, t));
      text.append(dense(ours + "message", "representation.interactions." + t + ".interatomic_context_net"));
      text.append(dense(ours + "update", "representation.mixing." + t + ".intraatomic_context_net"));
    }
    return text.append(dense("painn.energy", "output_modules.0.outnet")).append("}}").toString();
  }

  private static String dense(String ours, String theirs) {
    var text = new StringBuilder();
    for (int layer = 0; layer < 2; layer++) {
      text.append("""
          , "%1$s.%3$d.weight": {"from": "%2$s.%3$d.weight", "transpose": true},
          "%1$s.%3$d.bias": "%2$s.%3$d.bias"
          """.formatted(ours, theirs, layer));
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void aModelThatWasSavedPredictsTheSame(Precision precision) {
    for (ImportedModel imported : List.of(ModelImport.read(ToyMatgl.write(folder), ImportOptions.NONE),
        ModelImport.read(ToySchNetPack.USUAL.write(folder), ImportOptions.NONE))) {
      imported.save(folder.resolve("saved.safetensors"));
      TrainedModel saved = ModelFile.read(folder.resolve("saved.safetensors"));
      assertArrayEquals(imported.parameters().values(), saved.parameters().values());
      assertEquals(Precision.FLOAT32, saved.precision());
      var potential = saved.potential(precision, Workers.CALLER);
      for (Structure s : ToyStructures.ALL) {
        assertEquals(imported.potential(precision).predict(s).energy(), potential.predict(s).energy());
      }
    }
  }

  @Test
  void theHeaderSaysWhoseTheWeightsAre() {
    var painn = ModelImport.read(ToySchNetPack.USUAL.write(folder), ImportOptions.NONE).provenance();
    assertEquals("SchNetPack", painn.get("source.package"));
    assertTrue(painn.get("source.licence").startsWith("MIT"), painn::toString);
    assertTrue(painn.get("source.units").contains("0.0433641042418009"), painn::toString);
    assertEquals(64, painn.get("source.sha256.best_model").length());
    var tensornet = ModelImport.read(ToyMatgl.write(folder), ImportOptions.NONE).provenance();
    assertTrue(tensornet.get("source.licence").startsWith("BSD-3-Clause"), tensornet::toString);
  }

  private static void compare(ToDoubleFunction<Structure> energy, ImportedModel imported, Precision precision,
      double tolerance) {
    var potential = imported.potential(precision);
    for (Structure structure : ToyStructures.ALL) {
      Prediction ours = potential.predict(structure);
      double expected = energy.applyAsDouble(structure);
      assertEquals(expected, ours.energy(), tolerance * Math.abs(expected), () -> structure + ": energy");
      double[] forces = PlainForces.of(energy, structure);
      double largest = Arrays.stream(forces).map(Math::abs).max().orElseThrow();
      assertTrue(structure.size() == 1 || largest > 0.01, "forces are large enough to be compared");
      assertArrayEquals(forces, ours.forces(), tolerance * largest, () -> structure + ": forces");
    }
  }
}
