package io.noether.nn.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.Irrep;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.layers.Scope;
import io.noether.nn.layers.TypeException;
import io.noether.nn.models.Egnn;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The potential around a network: scale, references, batches, stress, threads, errors. */
class NeuralPotentialTest {
  private static final double[] REFERENCES = {-13.6, -1030.5};
  private static final Architecture PAINN =
      new PaiNN(8, 2, new Radial(6, 4, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
  private static final Architecture EGNN =
      new Egnn(6, 2, new Radial(6, 4, RadialBasis.BESSEL, new CutoffFunction.Polynomial(6)));

  @Test
  void aBatchGivesWhatItsStructuresGiveAlone() {
    var structures = samples(6);
    for (Architecture architecture : List.of(PAINN, EGNN)) {
      Potential potential = potential(architecture, Precision.FLOAT64);
      List<Prediction> together = potential.predict(structures);
      for (int s = 0; s < structures.size(); s++) {
        same(potential.predict(structures.get(s)), together.get(s), 1e-12);
      }
    }
  }

  @Test
  void theEnergyIsTheSumOfItsAtomsWithTheirReferences() {
    Potential potential = potential(PAINN, Precision.FLOAT64);
    Structure lone = Structure.of(new int[] {6, 1}, new double[] {0, 0, 0, 50, 0, 0});
    Prediction p = potential.predict(lone);
    assertEquals(p.atomicEnergies().orElseThrow()[0] + p.atomicEnergies().orElseThrow()[1], p.energy(), 1e-10);
    assertArrayEquals(new double[6], p.forces());
    var bareModel = new EnergyModel(new ModelSpec(PAINN, List.of(Element.H, Element.C), new double[2], 2, 0.1));
    double[] bare = new NeuralPotential(bareModel, bareModel.newParameters(7), Precision.FLOAT64, Workers.CALLER)
        .predict(lone).atomicEnergies().orElseThrow();
    assertEquals(bare[0] + REFERENCES[1], p.atomicEnergies().orElseThrow()[0], 1e-10, "carbon");
    assertEquals(bare[1] + REFERENCES[0], p.atomicEnergies().orElseThrow()[1], 1e-10, "hydrogen");
  }

  @Test
  void singlePrecisionFollowsDouble() {
    var structures = samples(4);
    for (Architecture architecture : List.of(PAINN, EGNN)) {
      var exact = potential(architecture, Precision.FLOAT64).predict(structures);
      var single = potential(architecture, Precision.FLOAT32).predict(structures);
      for (int s = 0; s < structures.size(); s++) {
        same(exact.get(s), single.get(s), 1e-4);
      }
    }
  }

  @Test
  void stressIsTheStrainDerivativeOverTheVolumeWhereTheCellRepeatsInAllDirections() {
    Potential potential = potential(PAINN, Precision.FLOAT64);
    var structures = samples(4);
    Structure crystal = structures.get(1);
    assertTrue(crystal.periodicity().all());
    assertTrue(potential.predict(structures.get(0)).stress().isEmpty(), "a molecule");
    double[] stress = potential.predict(crystal).stress().orElseThrow();
    assertArrayEquals(new double[] {stress[3], stress[6], stress[7]}, new double[] {stress[1], stress[2], stress[5]});
    double h = 1e-4;
    for (int k = 0; k < 9; k++) {
      double difference = (potential.predict(crystal.strained(strain(k, h))).energy()
          - potential.predict(crystal.strained(strain(k, -h))).energy()) / (2 * h);
      assertEquals(difference / crystal.cell().volume(), stress[k], 1e-7, "component " + k);
    }
  }

  @Test
  void manyThreadsMayCallIt() throws Exception {
    Potential potential = potential(PAINN, Precision.FLOAT64);
    var structures = samples(8);
    var alone = structures.stream().map(potential::predict).toList();
    try (var pool = Executors.newFixedThreadPool(4)) {
      var calls = new ArrayList<Callable<Prediction>>();
      for (int k = 0; k < 64; k++) {
        Structure structure = structures.get(k % structures.size());
        calls.add(() -> potential.predict(structure));
      }
      var answers = pool.invokeAll(calls);
      for (int k = 0; k < answers.size(); k++) {
        same(alone.get(k % structures.size()), answers.get(k).get(), 0);
      }
    }
  }

  @Test
  void firstCallsOfPotentialsOfOneModelMayComeAtOnce() throws Exception {
    Structure structure = samples(2).get(1);
    EnergyModel model = model(Networks.PAINN);
    try (var pool = Executors.newFixedThreadPool(4)) {
      var calls = new ArrayList<Callable<Prediction>>();
      for (int k = 0; k < 4; k++) {
        var potential = new NeuralPotential(model, model.newParameters(7), Precision.values()[k % 2], Workers.CALLER,
            Tuning.DEFAULT.withTableEdges(0));
        calls.add(() -> potential.predict(structure));
        calls.add(() -> potential.predict(structure));
      }
      Prediction exact = potential(Networks.PAINN, Precision.FLOAT64).predict(structure);
      for (var answer : pool.invokeAll(calls)) {
        same(exact, answer.get(), 1e-4);
      }
    }
  }

  @Test
  void aBadStructureFailsAloneAndThePotentialGoesOn() {
    Potential potential = potential(PAINN, Precision.FLOAT64);
    Structure good = samples(1).getFirst();
    Prediction before = potential.predict(good);
    Structure unknown = Structure.of(new int[] {92}, new double[3]).withSource("u.xyz");
    String message = assertThrows(InputException.class, () -> potential.predict(List.of(good, unknown))).getMessage();
    assertTrue(message.startsWith("u.xyz") && message.contains("U") && message.contains("H, C"), message);
    assertEquals(before.energy(), potential.predict(good).energy());
    assertTrue(potential.predict(List.of()).isEmpty());
  }

  @Test
  void anArchitectureWhoseEnergyIsNotAnEvenScalarDoesNotBuild() {
    var broken = new Architecture() {
      @Override
      public String name() {
        return "broken";
      }

      @Override
      public double cutoff() {
        return 3;
      }

      @Override
      public Map<String, String> hyperParameters() {
        return Map.of();
      }

      @Override
      public Features atomicEnergies(AtomicGraph batch) {
        var net = new Scope(batch.graph(), "broken");
        Features v = batch.edgeVectors().sum(AtomicGraph.RECEIVER);
        Features channels = net.linearWithoutBias("channels", v, 3);
        return net.readoutWithoutBias("out", channels.cross(v).dot(channels));
      }
    };
    String message = assertThrows(TypeException.class, () -> model(broken)).getMessage();
    assertTrue(message.contains("0o") && message.contains("broken.out"), message);
    assertEquals(Irrep.VECTOR, new AtomicGraph().edgeVectors().irrep());
  }

  @Test
  void theParametersGivenAreUsedAsTheyWere() {
    EnergyModel model = model(PAINN);
    var parameters = model.newParameters(7);
    var potential = new NeuralPotential(model, parameters, Precision.FLOAT64, Workers.CALLER);
    Arrays.fill(parameters.values(), 0); // too late to matter
    Structure structure = samples(1).getFirst();
    Prediction before = potential.predict(structure);
    same(before, potential(PAINN, Precision.FLOAT64).predict(structure), 0);
    Prediction zero = new NeuralPotential(model, parameters, Precision.FLOAT64, Workers.CALLER).predict(structure);
    assertArrayEquals(new double[3 * structure.size()], zero.forces());
    assertTrue(Arrays.stream(before.forces()).anyMatch(f -> Math.abs(f) > 1e-3), "zero weights");
  }

  @Test
  void callsOneAfterTheOtherShareOneMemory() {
    NeuralPotential potential = potential(PAINN, Precision.FLOAT64);
    for (Structure structure : samples(5)) {
      potential.predict(structure);
    }
    assertEquals(1, potential.idleRuns());
  }

  @Test
  void parametersOfAnotherModelAreRefused() {
    var others = model(PAINN).newParameters(7);
    assertThrows(IllegalArgumentException.class,
        () -> new NeuralPotential(model(PAINN), others, Precision.FLOAT64, Workers.CALLER));
  }

  private static EnergyModel model(Architecture architecture) {
    return new EnergyModel(new ModelSpec(architecture, List.of(Element.H, Element.C), REFERENCES, 2, 0.1));
  }

  private static NeuralPotential potential(Architecture architecture, Precision precision) {
    EnergyModel model = model(architecture);
    return new NeuralPotential(model, model.newParameters(7), precision, Workers.CALLER);
  }

  /** Molecules and crystals in turns. */
  private static List<Structure> samples(int count) {
    var random = new Random(11);
    var structures = new ArrayList<Structure>();
    for (int s = 0; s < count; s++) {
      int atoms = 3 + random.nextInt(4);
      double[] positions = new double[3 * atoms];
      for (int i = 0; i < atoms; i++) { // on a loose grid, so that no two come close
        positions[3 * i] = 1.5 * (i % 2) + 0.4 * random.nextDouble();
        positions[3 * i + 1] = 1.5 * (i / 2 % 2) + 0.4 * random.nextDouble();
        positions[3 * i + 2] = 1.5 * Math.floorDiv(i, 4) + 0.4 * random.nextDouble();
      }
      int[] numbers = random.ints(atoms, 0, 2).map(k -> k == 0 ? 1 : 6).toArray();
      structures.add(s % 2 == 0 ? Structure.of(numbers, positions)
          : Structure.of(numbers, positions, Cell.of(3.2, 0, 0, 0.7, 3.3, 0, -0.4, 0.9, 3.4)));
    }
    return structures;
  }

  private static double[] strain(int component, double h) {
    double[] strain = new double[9];
    strain[component] += h / 2;
    strain[component % 3 * 3 + component / 3] += h / 2;
    return strain;
  }

  private static void same(Prediction expected, Prediction actual, double relative) {
    double scale = 1 + Arrays.stream(expected.forces()).map(Math::abs).max().orElse(0);
    assertEquals(expected.energy(), actual.energy(), relative * (scale + Math.abs(expected.energy()) * 1e-2));
    assertArrayEquals(expected.forces(), actual.forces(), relative * scale);
    assertArrayEquals(expected.atomicEnergies().orElseThrow(), actual.atomicEnergies().orElseThrow(),
        relative * 10 * scale);
    assertEquals(expected.stress().isPresent(), actual.stress().isPresent());
    expected.stress().ifPresent(
        stress -> assertArrayEquals(stress, actual.stress().orElseThrow(), relative * scale));
  }
}
