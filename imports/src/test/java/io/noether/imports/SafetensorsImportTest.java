package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import io.noether.autodiff.Tensor;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.SafetensorsWriter;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network in somebody else's safetensors file, with matrices as PyTorch has them and a row for every Z. */
class SafetensorsImportTest {
  private static final PaiNN PAINN =
      new PaiNN(4, 2, new Radial(5, 4.5, RadialBasis.BESSEL, new CutoffFunction.Polynomial(6)));
  private static final List<Element> ELEMENTS = List.of(Element.O, Element.H);

  @TempDir
  private Path folder = Path.of("");

  private final EnergyModel model = new EnergyModel(new ModelSpec(PAINN, ELEMENTS, new double[2], 1, 0));
  private final double[] weights = new Random(3).doubles(model.newParameters(0).values().length).toArray();

  @Test
  void everyTensorGoesWhereTheMappingSays() {
    ImportedModel imported = ModelImport.read(theirs(), mapping(mappingText()), ImportOptions.NONE);
    assertArrayEquals(weights, imported.parameters().values());
    assertEquals(PAINN, imported.spec().architecture());
    assertEquals(ELEMENTS, imported.spec().elements());
    assertEquals(2 * EnergyUnit.KCAL_PER_MOL.inElectronVolts(), imported.spec().scale());
    double unit = EnergyUnit.KCAL_PER_MOL.inElectronVolts();
    assertArrayEquals(new double[] {-13 * unit, -3 * unit}, imported.spec().referenceEnergies(), 1e-15,
        "shift included");
    assertEquals("my network", imported.provenance().get("source.model"));
    assertEquals("not stated", imported.provenance().get("source.licence"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "'painn.energy.1.bias': 'energy.1.bias', | ''                                        | painn.energy.1.bias",
      "'energy.1.bias'                 | 'energy.9.bias'                                   | no tensor 'energy.9.bias'",
      "'ignored': ['other']            | 'ignored': []                                     | has the tensor 'other'",
      "'rows': [8, 1]                  | 'rows': [8, 10]                                   | no row 10",
      "'rows': [8, 1]                  | 'rows': [8, 1], 'slice': [0, 2]                   | both rows and slice",
      "'rows': [8, 1]                  | 'rows': [8, 1, 2]                                 | shape [3, 4]",
      "'rows': [8, 1]                  | 'rows': []                                        | shape [0, 4]",
      "'slice': [0, 12]                | 'slice': [0, 25]                                  | no rows 0 to 24",
      "'slice': [0, 12]                | 'slice': [0]                                      | slice must be",
      "'slice': [0, 12]                | 'steps': [0, 12]                                  | unknown field 'steps'",
      "'painn'                         | 'gemnet'                                          | no model is called 'gemnet'",
      "'cutoff': 4.5,                  | ''                                                | no field 'cutoff'",
      "'cutoff': 4.5                   | 'cutoff': -4.5                                    | cutoff must lie",
      "'elements': ['O', 'H']          | 'elements': ['O', 'Q']                            | elements[1]",
      "'elements': ['O', 'H']          | 'elements': ['O', 'O']                            | unknown field 'H'",
      "'O': -10, 'H': 0                | 'O': -10                                          | no field 'H'",
      "'kcal/mol'                      | 'furlong'                                         | 'furlong'",
      "'scale': 2                      | 'scale': -2                                       | scale must be positive",
      "'scale': 2                      | 'skale': 2                                        | unknown field 'skale'"})
  void mistakesAreNamed(String from, String to, String said) {
    String text = mappingText().replace('"', '\'');
    assertTrue(text.contains(from), from);
    String message = assertThrows(InputException.class, () -> ModelImport.read(theirs(),
        mapping(text.replace(from, to).replace('\'', '"')), ImportOptions.NONE)).getMessage();
    assertTrue(message.contains(said) && message.startsWith(folder.toString()), message);
    assertEquals(1, message.lines().count());
  }

  @Test
  void withoutAMappingOrWithOptionsThatItHasIsRefused() {
    String message =
        assertThrows(InputException.class, () -> ModelImport.read(theirs(), ImportOptions.NONE)).getMessage();
    assertTrue(message.contains("--mapping"), message);
    var options = new ImportOptions(ELEMENTS, Optional.empty(), Optional.empty());
    assertThrows(InputException.class, () -> ModelImport.read(theirs(), mapping(mappingText()), options));
  }

  /** The filters of all interactions are one matrix, embeddings have rows 0 to 8, matrices are [out, in]. */
  private Path theirs() {
    var file = new SafetensorsWriter().add("other", ElementType.F64, new double[3], 0, 3);
    double[] filters = new double[2 * 12 * 5];
    for (Tensor p : model.parameters()) {
      String name = p.name().substring("painn.".length());
      int offset = model.newParameters(0).offset(p);
      if (p.space().equals(AtomicGraph.ELEMENTS)) {
        double[] table = new double[9 * 4];
        System.arraycopy(weights, offset, table, 8 * 4, 4);
        System.arraycopy(weights, offset + 4, table, 4, 4);
        file.add(name, ElementType.F64, table, 0, 9, 4);
      } else if (p.shape().rank() == 2) {
        double[] turned = turned(offset, p.shape().dim(0), p.shape().dim(1));
        if (name.endsWith("filter.weight")) {
          System.arraycopy(turned, 0, filters, name.contains(".1.") ? 60 : 0, 60);
        } else {
          file.add(name, ElementType.F64, turned, 0, p.shape().dim(1), p.shape().dim(0));
        }
      } else {
        file.add(name, ElementType.F64, weights, offset, p.shape().rank() == 0 ? 1 : p.shape().dim(0));
      }
    }
    Path path = folder.resolve("theirs.safetensors");
    file.add("filters", ElementType.F64, filters, 0, 24, 5).write(path);
    return path;
  }

  private double[] turned(int offset, int rows, int columns) {
    double[] turned = new double[rows * columns];
    for (int k = 0; k < turned.length; k++) {
      turned[k % columns * rows + k / columns] = weights[offset + k];
    }
    return turned;
  }

  private String mappingText() {
    var text = new StringBuilder("""
        {"model": "my network", "architecture": "painn", "hyper_parameters": {"features": 4, "interactions": 2,
        "radial_functions": 5, "cutoff": 4.5, "radial_basis": "bessel", "cutoff_function": "polynomial-6"},
        "elements": ["O", "H"], "energy_unit": "kcal/mol", "scale": 2, "shift": -3,
        "reference_energies": {"O": -10, "H": 0}, "ignored": ["other"], "tensors": {
        """);
    for (Tensor p : model.parameters()) {
      String name = p.name().substring("painn.".length());
      String value = name.equals("embedding.weight") ? "{\"from\": \"embedding.weight\", \"rows\": [8, 1]}"
          : name.endsWith("filter.weight") ? "{\"from\": \"filters\", \"slice\": ["
              + (name.contains(".1.") ? "12, 24" : "0, 12") + "], \"transpose\": true}"
          : p.shape().rank() == 2 ? "{\"from\": \"" + name + "\", \"transpose\": true}" : "\"" + name + "\"";
      text.append("\"painn.").append(name).append("\": ").append(value).append(", ");
    }
    return text.append("\"end\": null}}").toString().replace(", \"end\": null", "");
  }

  private TensorMapping mapping(String json) {
    try (var parser = new JsonFactory().createParser(json)) {
      return TensorMapping.read(parser, folder.resolve("mapping.json").toString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
