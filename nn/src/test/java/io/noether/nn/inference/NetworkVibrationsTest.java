package io.noether.nn.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.Structure;
import io.noether.dynamics.relax.Relaxation;
import io.noether.dynamics.relax.RelaxationListener;
import io.noether.dynamics.vibrations.Vibrations;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.models.Architectures;
import io.noether.testkit.ForceDifferences;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With random weights: every network's frequencies are those from differences of its forces. */
class NetworkVibrationsTest {
  private static final int[] NUMBERS = {6, 1, 1, 1};
  private static final double[] PLACES = {0, 0, 0, 1.2, 0.1, 0, -0.3, 1.1, 0.2, 0.3, -0.2, 1.2};

  static Stream<String> networks() {
    return Architectures.standard().names().stream();
  }

  @ParameterizedTest
  @MethodSource("networks")
  void frequenciesAreThoseFromDifferencesOfForcesAndMotionsAsAWholeCostNothing(String name) {
    NeuralPotential potential = potential(name);
    check(potential, Structure.of(NUMBERS, PLACES), 6);
    check(potential, Structure.of(NUMBERS, PLACES, Cell.of(2.6, 0, 0, 0.3, 2.7, 0, 0, 0.2, 2.8)), 3);
  }

  private static void check(NeuralPotential potential, Structure start, int rigid) {
    var relaxed = Relaxation.DEFAULT.withMaxForce(1e-8).run(potential, start, RelaxationListener.SILENT);
    assertTrue(relaxed.converged(), relaxed::toString);
    Structure minimum = relaxed.last().structure();
    var vibrations = Vibrations.of(potential, minimum);
    var compared = Vibrations.of(minimum, ForceDifferences.hessian(potential, minimum));
    assertEquals(rigid, vibrations.rigidModes().size());
    vibrations.rigidModes().forEach(m -> assertEquals(0, m.wavenumber(), 1, () -> vibrations.modes().toString()));
    assertTrue(vibrations.modes().getLast().wavenumber() > 100, "nothing vibrates");
    for (int k = 0; k < vibrations.modes().size(); k++) {
      if (!vibrations.modes().get(k).rigid()) {
        assertEquals(compared.modes().get(k).wavenumber(), vibrations.modes().get(k).wavenumber(), 0.1, "mode " + k);
      }
    }
  }

  private static NeuralPotential potential(String name) {
    var changed = new HashMap<String, String>();
    var settings = Architectures.standard().withDefaults(name, Map.of()).hyperParameters();
    for (var small : Map.of("features", "16", "interactions", "1", "cutoff", "4.0").entrySet()) {
      if (settings.containsKey(small.getKey())) {
        changed.put(small.getKey(), small.getValue());
      }
    }
    var spec =
        new ModelSpec(Architectures.standard().withDefaults(name, changed), List.of(Element.H, Element.C),
            new double[2], 5, 0);
    var model = new EnergyModel(spec);
    return new NeuralPotential(model, model.newParameters(3), Precision.FLOAT64, Workers.CALLER);
  }
}
