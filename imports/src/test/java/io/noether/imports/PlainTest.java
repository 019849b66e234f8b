package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.core.Structure;
import io.noether.imports.files.StoredTensor;
import io.noether.imports.files.TorchFile;
import io.noether.imports.files.TorchModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The plain loops give what the packages themselves computed in double precision, and the toy files are like theirs:
 * so what {@link ToyImportTest} compares with is not our own opinion.
 */
class PlainTest {
  private static final double KCAL_PER_MOL = 4184 / (6.02214076e23 * 1.602176634e-19); // eV

  @TempDir
  private Path folder = Path.of("");

  @Test
  void schNetPack() throws IOException {
    Path file = SharedModels.path("models/schnetpack-painn-ethanol/best_model");
    PlainSchNetPack plain;
    try (var torch = TorchFile.open(file)) {
      plain = new PlainSchNetPack(numbers(torch, TorchModule.root("", torch.root()).tensors()), false, true, false);
    }
    compare(s -> KCAL_PER_MOL * plain.energy(s), "schnetpack-painn-ethanol");
  }

  @ParameterizedTest
  @ValueSource(strings = {"matgl-tensornet-ani1x", "matgl-tensornet-matpes-pbe"})
  void matgl(String model) throws IOException {
    Path source = SharedModels.path("models/" + model);
    Map<String, double[]> state;
    try (var torch = TorchFile.open(source.resolve("state.pt"))) {
      state = numbers(torch, dictionary(torch));
    }
    var plain = new PlainMatgl(state, MatglConfig.read(source.resolve("model.json")).elements());
    compare(plain::energy, model);
  }

  /** Energies of all structures, forces of the first. */
  private static void compare(ToDoubleFunction<Structure> energy, String model) throws IOException {
    var references = Reference.read(SharedModels.path("reference/" + model + ".json"), 0).stream()
        .filter(r -> !r.single()).toList();
    assertFalse(references.isEmpty());
    for (Reference reference : references) {
      assertEquals(reference.energy(), energy.applyAsDouble(reference.structure()), 1e-9, reference::toString);
    }
    Reference first = references.getFirst();
    double[] forces = PlainForces.of(energy, first.structure());
    for (int k = 0; k < forces.length; k++) {
      assertEquals(first.forces()[k], forces[k], 1e-8, first + ": force " + k);
    }
  }

  private static Map<String, StoredTensor> dictionary(TorchFile torch) {
    var tensors = new HashMap<String, StoredTensor>();
    ((Map<?, ?>) torch.root()).forEach((name, tensor) -> tensors.put((String) name, (StoredTensor) tensor));
    return tensors;
  }

  private static Map<String, double[]> numbers(TorchFile torch, Map<String, StoredTensor> tensors) {
    var numbers = new HashMap<String, double[]>();
    tensors.forEach((name, tensor) -> numbers.put(name, torch.weights(name, tensor).values()));
    return numbers;
  }

  /** Every module of the toy is in SchNetPack's own file, of the same class and with the same attributes. */
  @Test
  void theToyIsPickledAsSchNetPackPicklesItsModules() {
    var theirs = modules(SharedModels.path("models/schnetpack-painn-ethanol/best_model"));
    var toy = modules(ToySchNetPack.USUAL.write(folder));
    toy.forEach((path, module) -> assertEquals(theirs.get(path), module, path));
    assertTrue(theirs.keySet().stream().filter(path -> !path.contains(".2.")).allMatch(toy::containsKey));
  }

  private static Map<String, List<Object>> modules(Path file) {
    try (var torch = TorchFile.open(file)) {
      var modules = new TreeMap<String, List<Object>>();
      collect(TorchModule.root("", torch.root()), modules);
      return modules;
    }
  }

  private static void collect(TorchModule module, Map<String, List<Object>> modules) {
    var axes = new TreeMap<String, Integer>();
    for (String kind : List.of("_parameters", "_buffers")) {
      ((Map<?, ?>) module.attribute(kind).orElseThrow())
          .forEach((name, tensor) -> axes.put(String.valueOf(name), ((StoredTensor) tensor).shape().size()));
    }
    modules.put(module.path(), List.of(module.object().type(), module.object().attributes().keySet(), axes));
    module.children().values().forEach(child -> collect(child, modules));
  }

  /** The toy's dictionary has the names that matgl's has, and its model.json the fields. */
  @Test
  void theToyIsLikeTheFilesOfMatgl() throws IOException {
    Path source = SharedModels.path("models/matgl-tensornet-ani1x");
    assertEquals(names(source), names(ToyMatgl.write(folder)));
    var json = new ObjectMapper();
    var theirs = json.readTree(source.resolve("model.json").toFile());
    var ours = json.readTree(ToyMatgl.json());
    for (String place : List.of("", "/kwargs", "/kwargs/model", "/kwargs/model/init_args")) {
      assertEquals(fields(theirs.at(place)), fields(ours.at(place)), place);
    }
  }

  private static Set<String> names(Path folder) {
    try (var torch = TorchFile.open(folder.resolve("state.pt"))) {
      return new TreeSet<>(dictionary(torch).keySet());
    }
  }

  private static Set<String> fields(JsonNode node) {
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
