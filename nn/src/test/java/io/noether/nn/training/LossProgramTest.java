package io.noether.nn.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Labels;
import io.noether.core.Structure;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.inference.NeuralPotential;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LossProgramTest {
  private static final LossWeights WEIGHTS = new LossWeights(7, 2, 300, true);

  private final List<Structure> structures = new ArrayList<>(Toy.waters(2, 5));
  private final EnergyModel model;
  private final ParameterSet parameters;
  private final List<LabelledStructure> samples;
  private final ModelSpec spec;

  LossProgramTest() {
    structures.add(Toy.crystal(1));
    structures.add(Toy.crystal(2));
    var complete = structures.get(1).labels();
    structures.set(1, structures.get(1).withLabels(Labels.NONE.withForces(complete.forces().get())));
    var second = structures.get(3).labels();
    structures.set(3, structures.get(3).withLabels(Labels.NONE.withEnergy(second.energy().getAsDouble())));

    var references = ReferenceEnergies.fit(structures, Map.of());
    spec = new ModelSpec(Toy.config().model(), references.elements(), references.energies(), 1.7, 0);
    model = new EnergyModel(spec);
    parameters = model.newParameters(11);
    samples = structures.stream().map(s -> LabelledStructure.of(s, 3, references)).toList();
  }

  private LossProgram program() {
    return new LossProgram(model, new LossProgram.Terms(true, true, true), Precision.FLOAT64, Workers.CALLER,
        parameters);
  }

  private LabelledBatch batch(int... order) {
    var batch = new LabelledBatch(spec.elements(), WEIGHTS, spec.scale());
    batch.fill(samples, order, 0, order.length);
    return batch;
  }

  /** The same number from the public potential, by the definition in {@link LossWeights}. */
  @Test
  void isTheWeightedMeanOfWhatIsLabelled() {
    double loss = program().run(batch(0, 1, 2, 3), parameters.values(), new double[parameters.values().length]);

    var potential = new NeuralPotential(model, parameters, Precision.FLOAT64, Workers.CALLER);
    double shift = ReferenceEnergies.fit(structures, Map.of()).shift();
    double energy = 0;
    double forces = 0;
    double stress = 0;
    for (Structure s : structures) {
      var p = potential.predict(s);
      if (s.labels().energy().isPresent()) {
        double d = (p.energy() + s.size() * shift - s.labels().energy().getAsDouble()) / s.size();
        energy += d * d / 3;
      }
      forces += squares(p.forces(), s.labels().forces().orElse(p.forces())) / (3 * 8);
      stress += s.labels().stress().isPresent() ? squares(p.stress().get(), s.labels().stress().get()) / 9 : 0;
    }
    double expected = (7 * energy + 2 * forces + 300 * stress) / (1.7 * 1.7);
    assertEquals(expected, loss, 1e-10 * expected);
    assertTrue(energy > 0 && forces > 0 && stress > 0);
  }

  private static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }

  @Test
  void gradientIsTheSlopeOfTheLoss() {
    var program = program();
    var batch = batch(3, 0, 2, 1);
    double[] gradient = new double[parameters.values().length];
    program.run(batch, parameters.values(), gradient);
    var random = new Random(2);
    double[] ignored = new double[gradient.length];
    for (int trial = 0; trial < 3; trial++) {
      double[] direction = random.doubles(gradient.length, -1, 1).toArray();
      double slope = 0;
      for (int k = 0; k < gradient.length; k++) {
        slope += gradient[k] * direction[k];
      }
      double h = 1e-5;
      double measured =
          (moved(program, batch, direction, h, ignored) - moved(program, batch, direction, -h, ignored)) / (2 * h);
      assertEquals(measured, slope, 1e-6 * (1 + Math.abs(measured)));
    }
  }

  private double moved(LossProgram program, LabelledBatch batch, double[] direction, double h, double[] ignored) {
    double[] values = parameters.values();
    double[] saved = values.clone();
    for (int k = 0; k < values.length; k++) {
      values[k] += h * direction[k];
    }
    double loss = program.run(batch, parameters.values(), ignored);
    System.arraycopy(saved, 0, values, 0, saved.length);
    return loss;
  }

  @Test
  void aBatchIsTheSameAfterALargerOne() {
    var program = program();
    double[] gradient = new double[parameters.values().length];
    double fresh = program.run(batch(2, 1), parameters.values(), gradient);
    var used = batch(0, 1, 2, 3);
    program.run(used, parameters.values(), gradient);
    used.fill(samples, new int[] {9, 2, 1, 9}, 1, 3);
    assertEquals(fresh, program.run(used, parameters.values(), gradient));
  }
}
