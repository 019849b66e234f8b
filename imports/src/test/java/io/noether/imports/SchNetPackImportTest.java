package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.imports.files.TorchZip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SchNetPack's best_model, whole and changed: a toy that is pickled as the package does it. */
class SchNetPackImportTest {
  private static final Structure WATER =
      Structure.of(new int[] {8, 1, 1}, new double[] {0, 0, 0.119, 0, 0.763, -0.477, 0, -0.763, -0.477});

  @TempDir
  private Path folder = Path.of("");

  @Test
  void allElementsOrThoseThatAreNamedGiveTheSame() {
    Path file = ToySchNetPack.USUAL.write(folder);
    var all = ModelImport.read(file, ImportOptions.NONE);
    assertEquals(ToySchNetPack.ROWS - 1, all.spec().elements().size());
    assertEquals(2, all.notes().size());
    var some =
        ModelImport.read(file, new ImportOptions(List.of(Element.O, Element.H), Optional.empty(), Optional.of("CC0")));
    assertEquals(List.of(Element.O, Element.H), some.spec().elements());
    assertEquals("CC0", some.provenance().get("source.licence"));
    assertEquals(all.potential(Precision.FLOAT64).predict(WATER).energy(),
        some.potential(Precision.FLOAT64).predict(WATER).energy());
    String message = assertThrows(InputException.class,
        () -> ModelImport.read(file, new ImportOptions(List.of(Element.of(20)), Optional.empty(), Optional.empty())))
        .getMessage();
    assertTrue(message.contains("does not know Ca"), message);
  }

  @Test
  void unitsScaleEnergiesAndNothingElse() {
    Path file = ToySchNetPack.USUAL.write(folder);
    var elements = List.of(Element.H, Element.O);
    var kcal = ModelImport.read(file, new ImportOptions(elements, Optional.empty(), Optional.empty()));
    var ev = ModelImport.read(file, new ImportOptions(elements, Optional.of(EnergyUnit.EV), Optional.empty()));
    assertArrayEquals(kcal.parameters().values(), ev.parameters().values());
    double[] forces = ev.potential(Precision.FLOAT64).predict(WATER).forces();
    double[] scaled = kcal.potential(Precision.FLOAT64).predict(WATER).forces();
    for (int k = 0; k < forces.length; k++) {
      assertEquals(0.0433641042418009 * forces[k], scaled[k], 1e-12);
    }
  }

  /** Text in the pickle is replaced by other text of the same length; a slash stands for the end of a line. */
  @ParameterizedTest
  @CsvSource({"functional/silu, functional/relu, torch.nn.functional.relu",
      "GaussianRBF, BesselRBFxx, schnetpack.nn.radial.BesselRBFxx", "CosineCutoff, MollifierCut, MollifierCut",
      "add_mean, add_meen, nothing", "atomwise/Atomwise, atomwise/DipolMom, DipolMom",
      "CastTo64, CastTo32, CastTo32", "aggregation_mode, aggregation_modd, aggregation_mode",
      "is_extensive, is_intensive, is_extensive", "epsilon, epsilom, epsilon",
      "do_postprocessing, no_postprocessing, do_postprocessing",
      "output_key, outpit_key, something else than the energy",
      "mu_channel_mix, mu_channel_max, mixing.0.mu_channel_max",
      "schnetpack.representation.painn, sch_etpack.representation.painn, sch_etpack.representation.painn.PaiNN"})
  void whatIsNotThisNetworkIsRefusedByName(String from, String to, String said) {
    Path file = ToySchNetPack.USUAL.write(folder);
    Path changed = TorchZip.of(file).replace("best_model/data.pkl", from.replace('/', '\n'), to.replace('/', '\n'))
        .write(folder.resolve("changed"));
    if (said.equals("nothing")) { // the mean is simply not added
      assertEquals(0, ModelImport.read(changed, ImportOptions.NONE).spec().referenceEnergies()[0]);
      return;
    }
    String message =
        assertThrows(InputException.class, () -> ModelImport.read(changed, ImportOptions.NONE)).getMessage();
    assertTrue(message.startsWith(changed.toString()) && message.contains(said), message);
  }

  /** The mean of the elements' energies is added to each atom's, in our unit. */
  @Test
  void referencesOfElementsAreRead() {
    Path file = ToySchNetPack.USUAL.write(folder);
    var zip = TorchZip.of(file).replace("best_model/data.pkl", "add_mean", "add_meen")
        .replace("best_model/data.pkl", "estimate_atomref", "estimate_atomreg")
        .change("best_model/data.pkl", bytes -> flag(bytes, "add_atomrefs"))
        .change("best_model/data/0", bytes -> {
          var zeros = ByteBuffer.allocate(bytes.length).order(ByteOrder.LITTLE_ENDIAN);
          return zeros.putFloat(4 * 8, -100).array();
        });
    var model = ModelImport.read(zip.write(folder.resolve("refs")),
        new ImportOptions(List.of(Element.H, Element.O), Optional.of(EnergyUnit.KCAL_PER_MOL), Optional.empty()));
    assertArrayEquals(new double[] {0, -4.33641042418009}, model.spec().referenceEnergies(), 1e-13);
  }

  /** Sets a flag of the pickle: the first False (0x89) after its name. */
  private static byte[] flag(byte[] bytes, String name) {
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
    while (bytes[at] != (byte) 0x89) {
      at++;
    }
    bytes[at] = (byte) 0x88;
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({"4, 3, 1.1, only Gaussians evenly", "3, 0, 0.3, only Gaussians as wide",
      "2, 0, 5, only Gaussians as wide"})
  void otherRadialFunctionsAreRefused(String storage, int place, float value, String said) {
    Path file = ToySchNetPack.USUAL.write(folder);
    Path changed = TorchZip.of(file).change("best_model/data/" + storage, bytes -> {
      ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(4 * place, value);
      return bytes;
    }).write(folder.resolve("radial"));
    String message =
        assertThrows(InputException.class, () -> ModelImport.read(changed, ImportOptions.NONE)).getMessage();
    assertTrue(message.contains(said), message);
  }
}
