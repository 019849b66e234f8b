package io.noether.nn.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import io.noether.nn.Architecture;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Architectures written as text and read back. */
class ArchitecturesTest {
  private static final List<Architecture> SAMPLES = List.of(new PaiNN(), new Egnn(), new SchNet(), new TensorNet(),
      new SchNet(10, 2, new Radial(7, 4.25, RadialBasis.BESSEL, new CutoffFunction.Polynomial(5))),
      new TensorNet(9, 1, new Radial(7, 4.25, RadialBasis.GAUSSIAN, new CutoffFunction.Polynomial(5))),
      new PaiNN(10, 2, new Radial(7, 4.25, RadialBasis.BESSEL, new CutoffFunction.Polynomial(5))),
      new Egnn(9, 2, new Radial(7, 4.25, RadialBasis.BESSEL, new CutoffFunction.Polynomial(5))));

  @Test
  void hyperParametersReadBackToTheSameArchitecture() {
    for (Architecture a : SAMPLES) {
      assertEquals(a, Architectures.standard().read(a.name(), a.hyperParameters()));
    }
    assertEquals(List.of("painn", "egnn", "schnet", "tensornet"), Architectures.standard().names());
  }

  @Test
  void defaultsCanBeChangedOneByOne() {
    var expected = new PaiNN(32, 3, new Radial(20, 5, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
    assertEquals(expected, Architectures.standard().withDefaults("painn", Map.of("features", "32")));
    refused(() -> Architectures.standard().withDefaults("painn", Map.of("featurs", "32")), "featurs",
        "radial_functions");
  }

  @Test
  void everyMissingOrBadValueIsNamed() {
    for (Architecture a : SAMPLES) {
      for (String name : a.hyperParameters().keySet()) {
        var without = new HashMap<>(a.hyperParameters());
        without.remove(name);
        refused(() -> Architectures.standard().read(a.name(), without), name, "missing");
        for (String bad : List.of("", "-3", "1e99", "NaN", "99999999999")) {
          var wrong = new HashMap<>(a.hyperParameters());
          wrong.put(name, bad);
          refused(() -> Architectures.standard().read(a.name(), wrong), a.name());
        }
      }
    }
    refused(() -> Architectures.standard().read("nequip", Map.of()), "nequip", "painn, egnn");
    refused(() -> Architectures.standard().withDefaults("painn", Map.of("features", "33")), "features", "even");
    refused(() -> Architectures.standard().withDefaults("painn", Map.of("cutoff", "five")), "cutoff", "five");
  }

  private static void refused(org.junit.jupiter.api.function.Executable reading, String... said) {
    String message = assertThrows(InputException.class, reading).getMessage();
    for (String part : said) {
      assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
    }
  }
}
