package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Imported potentials give what the packages that trained them compute: molecules, crystals, slabs, cells smaller than
 * the cutoff, an isolated atom.
 */
class ReferenceTest {
  private static final double SINGLE_ROUNDING = Math.scalb(1.0, -23);

  @TempDir
  private Path folder = Path.of("");

  /** What may differ: eV per atom, eV/Å, eV/Å³, and parts of the energy that the reference was rounded to. */
  private record Allowed(double energy, double force, double stress, double rounding) {
    static Allowed between(Precision ours, Reference theirs) {
      return theirs.single() || ours == Precision.FLOAT32
          ? new Allowed(1e-5, 1e-4, 1e-5, theirs.single() ? SINGLE_ROUNDING : 0)
          : new Allowed(1e-6, 1e-5, 1e-6, 0);
    }
  }

  @ParameterizedTest(name = "{0}, ours in {1}")
  @CsvSource({"schnetpack-painn-ethanol, FLOAT64, 6, 0", "schnetpack-painn-ethanol, FLOAT32, 6, 0",
      "matgl-tensornet-ani1x, FLOAT64, 14, 2", "matgl-tensornet-ani1x, FLOAT32, 14, 2",
      "matgl-tensornet-matpes-pbe, FLOAT64, 32, 18", "matgl-tensornet-matpes-pbe, FLOAT32, 32, 18"})
  void energiesForcesAndStresses(String model, Precision precision, int results, int stresses) throws IOException {
    ImportedModel imported = SharedModels.read(model);
    imported.save(folder.resolve("model.safetensors"));
    TrainedModel saved = ModelFile.read(folder.resolve("model.safetensors"));
    var potential = saved.potential(precision, Workers.CALLER);
    var references = Reference.read(SharedModels.path("reference/" + model + ".json"),
        imported.spec().referenceEnergies()[0]);
    assertEquals(results, references.size());
    assertEquals(stresses, references.stream().filter(r -> r.stress().isPresent()).count());
    var exact = references.stream().filter(r -> !r.single()).toList(); // the others are of the same structures
    var predictions = potential.predict(exact.stream().map(Reference::structure).toList());
    for (int k = 0; k < references.size(); k++) {
      Reference reference = references.get(k);
      int structure = k % exact.size();
      assertEquals(exact.get(structure).name(), reference.name());
      compare(reference, predictions.get(structure), Allowed.between(precision, reference));
    }
  }

  private static void compare(Reference reference, Prediction ours, Allowed allowed) {
    int atoms = reference.structure().size();
    assertEquals(reference.energy(), ours.energy(),
        atoms * allowed.energy() + allowed.rounding() * Math.abs(reference.energy()), () -> reference + ": energy");
    close(reference + ": forces", reference.forces(), ours.forces(), allowed.force());
    reference.stress().ifPresent(stress -> close(reference + ": stress", stress, ours.stress().orElseThrow(),
        allowed.stress()));
  }

  private static void close(String what, double[] expected, double[] actual, double allowed) {
    assertEquals(expected.length, actual.length, what);
    for (int k = 0; k < expected.length; k++) {
      assertEquals(expected[k], actual[k], allowed, what + ", number " + k);
    }
  }

  /** The structures are not all of a kind; if the reference files change, this says what is no longer covered. */
  @Test
  void theReferenceCoversAllKinds() throws IOException {
    var structures = Reference.read(SharedModels.path("reference/matgl-tensornet-matpes-pbe.json"), 0).stream()
        .map(Reference::structure).toList();
    assertTrue(structures.stream().anyMatch(s -> s.size() == 1 && !s.periodicity().any()), "an isolated atom");
    assertTrue(structures.stream().anyMatch(s -> s.size() == 1 && s.periodicity().all()), "one atom in its cell");
    assertTrue(structures.stream().anyMatch(s -> s.periodicity().any() && !s.periodicity().all()), "a slab");
    assertTrue(structures.stream().anyMatch(ReferenceTest::isTiny), "a cutoff beyond half the cell");
    assertEquals(12, structures.stream().flatMap(ReferenceTest::elements).collect(Collectors.toSet()).size());
  }

  private static boolean isTiny(Structure s) {
    return s.periodicity().all() && Math.cbrt(s.cell().volume()) < 5;
  }

  private static Stream<Element> elements(Structure s) {
    return IntStream.range(0, s.size()).mapToObj(s::element);
  }

  /** What was not converted is the same to the last bit, and the header says where it comes from. */
  @Test
  void weightsAreKeptBitForBitAndTheHeaderSaysWhoseTheyAre() {
    ImportedModel painn = SharedModels.read("schnetpack-painn-ethanol");
    Path file = folder.resolve("painn.safetensors");
    painn.save(file);
    TrainedModel saved = ModelFile.read(file);
    assertArrayEquals(painn.parameters().values(), saved.parameters().values());
    for (double weight : saved.parameters().values()) {
      assertEquals((float) weight, weight, 0.0);
    }
    assertEquals(Precision.FLOAT32, saved.precision());
    assertEquals(List.of(), painn.notes());
    assertEquals("SchNetPack", saved.metadata().get("source.package"));
    assertTrue(saved.metadata().get("source.licence").startsWith("MIT"));
    assertTrue(saved.metadata().get("source.units").contains("0.0433641042418009"), saved.metadata()::toString);
    assertEquals(64, saved.metadata().get("source.sha256.best_model").length());
    assertTrue(
        SharedModels.read("matgl-tensornet-ani1x").provenance().get("source.licence").startsWith("BSD-3-Clause"));
  }
}
