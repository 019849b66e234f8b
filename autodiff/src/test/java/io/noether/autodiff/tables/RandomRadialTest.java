package io.noether.autodiff.tables;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Function;
import io.noether.autodiff.Gradients;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.PlannedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random networks whose layers read the distance, the atoms or both, with and without tables. */
class RandomRadialTest {
  private final RadialGraph net = new RadialGraph();

  static LongStream seeds() {
    return LongStream.range(0, 25);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void valuesAndDerivativesStay(long seed) {
    var random = new SplittableRandom(seed);
    Tensor energies = energies(random);
    Optional<Tabulation> found = Tabulation.of(List.of(energies), net.distance);
    assertTrue(found.isPresent());
    Tabulation tabulation = found.get();
    var outputs = new Outputs(net, withGradient(energies), withGradient(tabulation.outputs().getFirst()),
        Molecule.parameters(net, seed));
    Tables tables = tabulation.fill(outputs.parameters()::bindTo, 0.8, RadialGraph.CUTOFF).orElseThrow();
    Molecule molecule =
        Molecule.of(Molecule.lengths(tables.report().from(), RadialGraph.CUTOFF, 60, random), random);
    List<double[]> exact = outputs.exact(molecule);
    List<double[]> doubles = outputs.interpreted(molecule, tabulation, tables);
    List<double[]> single =
        outputs.run(PlannedProgram.of(outputs.rewritten(), Precision.FLOAT32), molecule, tabulation, tables);
    for (int k = 0; k < 2; k++) {
      double scale = Outputs.largestDifference(exact.get(k), new double[exact.get(k).length]);
      double error = Outputs.largestDifference(exact.get(k), doubles.get(k));
      assertTrue(error <= (k == 0 ? 1e-5 : 1e-4) * scale, "output " + k + " of size " + scale + " is off by " + error);
      double rounding = Outputs.largestDifference(doubles.get(k), single.get(k));
      assertTrue(rounding <= 1e-3 * scale, "output " + k + " of size " + scale + " is rounded by " + rounding);
    }
  }

  private List<Tensor> withGradient(Tensor energies) {
    return List.of(energies, Gradients.of(energies.total(), net.vector));
  }

  /** Radial fields, mixtures of them, and messages weighed by them. */
  private Tensor energies(SplittableRandom random) {
    var fields = new ArrayList<Tensor>(List.of(net.gaussians(8 + random.nextInt(9))));
    for (int k = 0; k < 2 + random.nextInt(6); k++) {
      fields.add(grown(fields.get(random.nextInt(fields.size())), random));
    }
    Tensor x = net.g.parameter("embedding", RadialGraph.KINDS, new Initial.Normal(1), 12).gather(RadialGraph.KIND);
    for (int layer = 0; layer < 2; layer++) {
      Tensor field = fields.get(fields.size() - 1 - random.nextInt(Math.min(3, fields.size())));
      Tensor weight = field.shape().rank() == 2 ? net.g.contract("ab->b", field) : field;
      Tensor message = net.linear(x, weight.shape().dim(0)).gather(RadialGraph.SENDER);
      Tensor mixed = random.nextBoolean() ? message.times(weight) : message.plus(weight).silu();
      x = net.linear(mixed.times(net.cosine()).sum(RadialGraph.RECEIVER), 12).silu();
    }
    return net.g.contract("n,n->", x, net.weight(12));
  }

  private Tensor grown(Tensor x, SplittableRandom random) {
    int width = x.shape().dim(0);
    if (x.shape().rank() == 2) {
      return random.nextBoolean() ? net.g.contract("ab->b", x) : x.reshape(x.shape().size());
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> net.linear(x, 8 + random.nextInt(30));
      case 2 -> net.linear(x, 16).silu();
      case 3 -> x.apply(Function.SIGMOID).times(net.cosine());
      case 4 -> net.g.concat(0, x, net.gaussians(9));
      case 5 -> x.slice(0, 0, Math.max(4, width / 2));
      case 6 -> x.expand("n->cn", 2, width);
      default -> net.g.contract("n,n->n", x, x).plus(0.5).times(net.distance.reciprocal());
    };
  }
}
