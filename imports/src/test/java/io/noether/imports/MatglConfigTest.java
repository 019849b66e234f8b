package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Element;
import io.noether.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What matgl's model.json says is read, or refused by the field's name. */
class MatglConfigTest {
  /** As matgl writes it, with numbers of our own. */
  static final String JSON = """
      {"@class": "Potential", "@module": "matgl.apps._pes_pyg", "@model_version": 3, "metadata": null, "kwargs": {
        "model": {"@class": "TensorNet", "@module": "matgl.models._tensornet_pyg", "init_args": {
          "element_types": ["O", "H"], "units": 16, "nblocks": 1, "max_n": 3, "max_l": 3, "num_rbf": 32,
          "rbf_type": "SphericalBessel", "use_smooth": true, "activation_type": "swish", "cutoff": 4.5,
          "equivariance_invariance_group": "O(3)", "include_state": false, "ntypes_state": null,
          "readout_type": "weighted_atom", "task_type": "regression", "is_intensive": false, "ntargets": 1}},
        "data_mean": "tensor(0.)", "data_std": "tensor(2.5)",
        "element_refs": "tensor([-7.5e+00,\\n        1.25], dtype=torch.float64)", "calc_repuls": false}}
      """;

  @TempDir
  private Path folder = Path.of("");

  @Test
  void saysWhatTheNetworkIs() {
    MatglConfig config = read(JSON);
    assertEquals(List.of(Element.O, Element.H), config.elements());
    assertEquals(List.of(16, 1, 3), List.of(config.features(), config.interactions(), config.radialFunctions()));
    assertEquals(4.5, config.cutoff());
    assertEquals(2.5, config.std());
    assertArrayEquals(new double[] {-7.5, 1.25}, config.references().orElseThrow());
    assertTrue(read(changed("\"tensor([-7.5e+00,\\n        1.25], dtype=torch.float64)\"", "null")).references()
        .isEmpty());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"calc_repuls\": false          | \"calc_repuls\": true            | kwargs.calc_repuls",
      "\"include_state\": false        | \"include_state\": true          | include_state",
      "\"SphericalBessel\"             | \"Gaussian\"                     | rbf_type",
      "\"use_smooth\": true            | \"use_smooth\": false            | use_smooth",
      "\"use_smooth\": true,           | ''                               | use_smooth",
      "\"O(3)\"                        | \"SO(3)\"                        | equivariance_invariance_group",
      "\"is_intensive\": false         | \"is_intensive\": true           | is_intensive",
      "\"swish\"                       | \"tanh\"                         | activation_type",
      "\"weighted_atom\"               | \"set2set\"                      | readout_type",
      "\"ntargets\": 1                 | \"ntargets\": 2                  | ntargets",
      "\"ntargets\": 1                 | \"ntargets\": 1, \"charge\": 3   | init_args.charge is not known",
      "\"calc_repuls\": false          | \"calc_repuls\": false, \"x\": 1 | kwargs.x is not known",
      "\"TensorNet\"                   | \"M3GNet\"                       | 'M3GNet'; only TensorNet",
      "\"Potential\"                   | \"MEGNet\"                       | 'MEGNet'; only Potential",
      "\"data_mean\": \"tensor(0.)\"   | \"data_mean\": \"tensor(0.5)\"   | data_mean is not 0",
      "\"tensor(2.5)\"                 | \"tensor(nan)\"                  | 'nan' where a number",
      "\"tensor(2.5)\"                 | \"tensor([1., ..., 2.])\"        | '...' where a number",
      "\"tensor(2.5)\"                 | \"__import__('os')\"             | data_std is not the text of a tensor",
      "\"tensor(2.5)\"                 | \"tensor([1., 2.])\"             | data_std must be one number",
      "\"units\": 16                   | \"units\": -16                   | units must be a whole number",
      "\"units\": 16                   | \"units\": 16, \"units\": 17     | Duplicate field",
      "\"units\": 16,                  | ''                               | has no field 'units'",
      "\"cutoff\": 4.5                 | \"cutoff\": \"NaN\"              | cutoff must be a number",
      "[\"O\", \"H\"]                  | \"O\"                            | element_types must be a list",
      "[\"O\", \"H\"]                  | [\"O\", \"Xx\"]                  | element_types[1]",
      "{\"@class\": \"Potential\"      | [1, {\"@class\": \"Potential\"   | model.json"})
  void whatIsNotSupportedIsRefusedByTheFieldsName(String from, String to, String said) {
    String message = assertThrows(InputException.class, () -> read(changed(from, to))).getMessage();
    assertTrue(message.contains("model.json") && message.contains(said), message);
    assertEquals(1, message.lines().count());
  }

  private static String changed(String from, String to) {
    assertTrue(JSON.contains(from), from);
    return JSON.replace(from, to);
  }

  private MatglConfig read(String json) {
    try {
      return MatglConfig.read(Files.writeString(folder.resolve("model.json"), json));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
