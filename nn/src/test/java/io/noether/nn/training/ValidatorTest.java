package io.noether.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.Structure;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.training.errors.Deviation;
import io.noether.nn.training.errors.Errors;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidatorTest {
  /** More atoms than one run takes, molecules and crystals mixed: the same errors as the potential that is saved. */
  @Test
  void givesTheErrorsOfThePotentialWithTheseWeights() {
    var structures = new ArrayList<Structure>(Toy.waters(400, 3));
    for (int seed = 0; seed < 5; seed++) {
      structures.add(7 * seed, Toy.crystal(seed));
    }
    var references = ReferenceEnergies.fit(structures, Map.of(Element.H, -10.0, Element.O, -30.0));
    var architecture = Toy.config().model();
    var inside = new EnergyModel(new ModelSpec(architecture, references.elements(), references.energies(), 2, 0));
    var parameters = inside.newParameters(0);
    double[] values = inside.newParameters(5).values();
    var samples = structures.stream().map(s -> LabelledStructure.of(s, architecture.cutoff(), references)).toList();
    var validator = new Validator(inside, references, samples, Precision.FLOAT64, Workers.CALLER,
        parameters);
    Errors errors = validator.measure(values);

    var whole = new EnergyModel(
        new ModelSpec(architecture, references.elements(), references.energies(), 2, references.shift()));
    Errors expected =
        Errors.of(new NeuralPotential(whole, whole.newParameters(5), Precision.FLOAT64, Workers.CALLER), structures);
    assertEquals(expected.atoms(), errors.atoms());
    assertClose(expected.energy().get(), errors.energy().get());
    assertClose(expected.forces().get(), errors.forces().get());
    assertClose(expected.stress().get(), errors.stress().get());
    assertTrue(Math.abs(references.shift()) > 1);
  }

  private static void assertClose(Deviation expected, Deviation actual) {
    assertEquals(expected.mae(), actual.mae(), 1e-7 * expected.mae());
    assertEquals(expected.rmse(), actual.rmse(), 1e-7 * expected.rmse());
  }
}
