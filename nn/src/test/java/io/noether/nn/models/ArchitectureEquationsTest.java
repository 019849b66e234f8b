package io.noether.nn.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.core.Element;
import io.noether.nn.Architecture;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The networks against the plain-loop references, and their derivatives against differences. */
class ArchitectureEquationsTest {
  private static final double CUTOFF = 3.5;
  private static final double SCALE = 1.7;
  private static final double SHIFT = -0.4;

  @Property(tries = 25)
  void painnIsThePapersNetwork(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int halfFeatures,
      @ForAll @IntRange(min = 1, max = 3) int interactions, @ForAll @IntRange(min = 1, max = 7) int atoms) {
    var painn = new PaiNN(2 * halfFeatures, interactions,
        new Radial(5, CUTOFF, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
    compare(painn, (w, c) -> PlainPaiNN.atomicEnergies(painn, w, c), seed, atoms);
  }

  @Property(tries = 25)
  void egnnIsThePapersNetwork(@ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int features,
      @ForAll @IntRange(min = 1, max = 3) int interactions, @ForAll @IntRange(min = 1, max = 7) int atoms) {
    var egnn =
        new Egnn(features, interactions, new Radial(5, CUTOFF, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
    compare(egnn, (w, c) -> PlainEgnn.atomicEnergies(egnn, w, c), seed, atoms);
  }

  @Property(tries = 25)
  void schnetIsThePapersNetwork(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int halfFeatures,
      @ForAll @IntRange(min = 1, max = 3) int interactions, @ForAll @IntRange(min = 1, max = 7) int atoms) {
    var schnet = new SchNet(2 * halfFeatures, interactions,
        new Radial(5, CUTOFF, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
    compare(schnet, (w, c) -> PlainSchNet.atomicEnergies(schnet, w, c), seed, atoms);
  }

  @Property(tries = 25)
  void tensornetIsMatglsNetwork(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int features,
      @ForAll @IntRange(max = 3) int interactions, @ForAll @IntRange(min = 1, max = 7) int atoms) {
    var tensornet = new TensorNet(features, interactions,
        new Radial(5, CUTOFF, RadialBasis.SMOOTH_BESSEL, new CutoffFunction.Cosine()));
    compare(tensornet, (w, c) -> PlainTensorNet.atomicEnergies(tensornet, w, c), seed, atoms);
  }

  @Test
  void painnForcesAndStrainDerivativesAreThoseOfTheEnergy() {
    checkDerivatives(new PaiNN(8, 2, new Radial(6, CUTOFF, RadialBasis.BESSEL, new CutoffFunction.Polynomial(6))), 3);
    checkDerivatives(new PaiNN(8, 2, new Radial(6, CUTOFF, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine())), 4);
  }

  @Test
  void egnnForcesAndStrainDerivativesAreThoseOfTheEnergy() {
    checkDerivatives(new Egnn(6, 3, new Radial(6, CUTOFF, RadialBasis.BESSEL, new CutoffFunction.Polynomial(5))), 5);
  }

  @Test
  void schnetForcesAndStrainDerivativesAreThoseOfTheEnergy() {
    checkDerivatives(new SchNet(8, 2, new Radial(6, CUTOFF, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine())), 6);
  }

  @Test
  void tensornetForcesAndStrainDerivativesAreThoseOfTheEnergy() {
    checkDerivatives(new TensorNet(6, 2, new Radial(4, CUTOFF, RadialBasis.SMOOTH_BESSEL, new CutoffFunction.Cosine())),
        7);
    checkDerivatives(new TensorNet(5, 1, new Radial(6, CUTOFF, RadialBasis.GAUSSIAN, new CutoffFunction.Polynomial(4))),
        8);
  }

  private interface Reference {
    double[] atomicEnergies(Map<String, double[]> weights, Cluster cluster);
  }

  private static EnergyModel model(Architecture architecture) {
    return new EnergyModel(
        new ModelSpec(architecture, List.of(Element.H, Element.C, Element.O), new double[3], SCALE, SHIFT));
  }

  private static void compare(Architecture architecture, Reference reference, long seed, int atoms) {
    var random = new Random(seed);
    var model = model(architecture);
    var parameters = model.newParameters(seed);
    var weights = Cluster.randomised(parameters, random);
    var cluster = Cluster.random(random, atoms, 3, 4, CUTOFF);
    double[] expected = reference.atomicEnergies(weights, cluster);
    double[] actual = cluster.evaluate(model, parameters, model.atomicEnergies(), atoms);
    for (int i = 0; i < atoms; i++) {
      double wanted = SCALE * expected[i] + SHIFT;
      assertEquals(wanted, actual[i], 1e-11 * (1 + Math.abs(wanted)), "atom " + i);
    }
    assertEquals(Arrays.stream(actual).sum(), cluster.evaluate(model, parameters, model.energies(), 1)[0], 1e-10);
  }

  private static void checkDerivatives(Architecture architecture, long seed) {
    var random = new Random(seed);
    var model = model(architecture);
    var parameters = model.newParameters(seed);
    Cluster.randomised(parameters, random);
    int atoms = 5;
    var cluster = Cluster.random(random, atoms, 3, 3, CUTOFF);
    double[] forces = cluster.evaluate(model, parameters, model.forces(), 3 * atoms);
    double[] differences = new double[3 * atoms];
    for (int k = 0; k < 3 * atoms; k++) {
      int atom = k / 3;
      int axis = k % 3;
      differences[k] = -slope(h -> energy(model, parameters, cluster.moved(atom, axis, h)));
    }
    assertArrayEquals(differences, forces, 1e-8 * (1 + Arrays.stream(forces).map(Math::abs).max().orElse(0)));

    double[] strainDerivatives = cluster.evaluate(model, parameters, model.strainDerivatives(), 9);
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        int row = a;
        int column = b;
        double expected = slope(h -> {
          double[][] strain = new double[3][3];
          strain[row][column] += h / 2;
          strain[column][row] += h / 2;
          return energy(model, parameters, cluster.strained(strain));
        });
        assertEquals(expected, strainDerivatives[3 * a + b], 1e-8 * (1 + Math.abs(expected)), "strain " + a + b);
      }
    }
  }

  private static double energy(EnergyModel model, io.noether.autodiff.ParameterSet parameters, Cluster cluster) {
    return cluster.evaluate(model, parameters, model.energies(), 1)[0];
  }

  /** Central differences extrapolated once (Richardson): error of order h⁴. */
  private static double slope(java.util.function.DoubleUnaryOperator f) {
    double h = 1e-3;
    double wide = (f.applyAsDouble(h) - f.applyAsDouble(-h)) / (2 * h);
    double narrow = (f.applyAsDouble(h / 2) - f.applyAsDouble(-h / 2)) / h;
    return (4 * narrow - wide) / 3;
  }
}
