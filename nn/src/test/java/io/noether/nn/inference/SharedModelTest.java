package io.noether.nn.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.Structure;
import io.noether.nn.Architecture;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A model that many potentials are made of stays as it was built, and they need no lock. */
class SharedModelTest {
  private static final Structure MOLECULE =
      Structure.of(new int[] {6, 1, 1}, new double[] {0, 0, 0, 1.1, 0, 0, 0, 1.2, 0});

  private static final Architecture SMALL =
      new PaiNN(8, 1, new Radial(6, 4, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));

  @Test
  void twoHundredPotentialsAddNothingToTheirModel() {
    EnergyModel model = model(new Squares(8));
    int nodes = model.batch().graph().nodes().size();
    for (int k = 0; k < 200; k++) {
      NeuralPotential potential = potential(model, Precision.FLOAT32);
      potential.predict(MOLECULE);
      if (k % 50 == 0) {
        potential.hessian(MOLECULE);
      }
    }
    assertEquals(nodes, model.batch().graph().nodes().size());
  }

  @Test
  void nothingCanBeAddedToAModel() {
    EnergyModel model = model(SMALL);
    assertThrows(IllegalStateException.class, () -> model.atomicEnergies().exp());
  }

  @Test
  void potentialsMadeAtOnceHaveTheBitsOfOneMadeAlone() throws Exception {
    EnergyModel model = model(SMALL);
    List<double[]> alone = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      alone.add(answers(model(SMALL), precision));
    }
    try (var pool = Executors.newFixedThreadPool(4)) {
      var calls = new ArrayList<Callable<double[]>>();
      for (int k = 0; k < 8; k++) {
        Precision precision = Precision.values()[k % 2];
        calls.add(() -> answers(model, precision));
      }
      var answers = pool.invokeAll(calls);
      for (int k = 0; k < answers.size(); k++) {
        assertArrayEquals(alone.get(k % 2), answers.get(k).get());
      }
    }
  }

  /** Forces and second derivatives. */
  private static double[] answers(EnergyModel model, Precision precision) {
    NeuralPotential potential = potential(model, precision);
    double[] forces = potential.predict(MOLECULE).forces();
    double[] hessian = potential.hessian(MOLECULE);
    double[] all = new double[forces.length + hessian.length];
    System.arraycopy(forces, 0, all, 0, forces.length);
    System.arraycopy(hessian, 0, all, forces.length, hessian.length);
    return all;
  }

  private static EnergyModel model(Architecture architecture) {
    return new EnergyModel(new ModelSpec(architecture, List.of(Element.H, Element.C), new double[2], 1, 0));
  }

  private static NeuralPotential potential(EnergyModel model, Precision precision) {
    return new NeuralPotential(model, model.newParameters(7), precision, Workers.CALLER,
        Tuning.DEFAULT.withTableEdges(0));
  }
}
