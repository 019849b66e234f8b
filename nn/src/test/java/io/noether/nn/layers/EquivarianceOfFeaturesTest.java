package io.noether.nn.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Graph;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Program;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.core.geometry.Orthogonal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Chains of randomly chosen typed operations transform as their types say, under rotations and reflections. */
class EquivarianceOfFeaturesTest {
  private static final int ROWS = 2;
  private static final int CHANNELS = 3;

  @Property(tries = 60)
  void whateverTheTypesAllowTransformsAsItsType(@ForAll long seed) {
    var random = new Random(seed);
    var graph = new Graph();
    var rows = Space.stored("rows");
    var scope = new Scope(graph, "net");
    Tensor input = graph.input("v", rows, 3, CHANNELS);
    Tensor scalarInput = graph.input("s", rows, CHANNELS);
    var pool = new ArrayList<>(List.of(Features.of(Irrep.VECTOR, input, "input"),
        Features.of(Irrep.SCALAR, scalarInput, "input")));
    while (pool.size() < 10) {
      try {
        pool.add(step(scope.in("layer." + pool.size()), random, pool));
      } catch (TypeException _) {
        // not allowed for these two: try others
      }
    }
    var outputs = pool.stream().map(Features::tensor).toList();
    var parameters = new ParameterSet(graph.parameters(), seed, Map.of());
    double[] vectors = random.doubles(3 * ROWS * CHANNELS, -1, 1).toArray();
    double[] scalars = random.doubles(ROWS * CHANNELS, -1, 1).toArray();
    Orthogonal turn = Orthogonal.random(random);
    double sign = turn.determinant() < 0 ? -1 : 1;

    var run = Program.interpreted(outputs).newExecution();
    run.resize(rows, ROWS);
    parameters.bindTo(run);
    run.bind(input, vectors);
    run.bind(scalarInput, scalars);
    run.run();
    var before = outputs.stream().map(t -> read(run, t)).toList();
    run.bind(input, turned(vectors, turn, 1));
    run.run();
    for (int k = 0; k < pool.size(); k++) {
      Irrep irrep = pool.get(k).irrep();
      boolean pseudo = irrep.parity() != (irrep.degree() % 2 == 0 ? 1 : -1);
      double factor = pseudo ? sign : 1;
      double[] expected = irrep.isScalar() ? scaled(before.get(k), factor) : turned(before.get(k), turn, factor);
      double[] actual = read(run, outputs.get(k));
      for (int n = 0; n < expected.length; n++) {
        assertEquals(expected[n], actual[n], 1e-10 * (1 + Math.abs(expected[n])), pool.get(k).toString());
      }
    }
  }

  private static Features step(Scope scope, Random random, List<Features> pool) {
    Features a = pool.get(random.nextInt(pool.size()));
    Features b = pool.get(random.nextInt(pool.size()));
    return switch (random.nextInt(9)) {
      case 0 -> a.plus(b);
      case 1 -> a.times(b);
      case 2 -> a.dot(b);
      case 3 -> a.cross(b);
      case 4 -> a.silu();
      case 5 -> a.norm(0.01);
      case 6 -> scope.mix("mix", a, CHANNELS);
      case 7 -> scope.linear("linear", a, CHANNELS);
      default -> scope.mix("joined", a.join(b), 2 * CHANNELS).split(2).getLast();
    };
  }

  private static double[] read(io.noether.autodiff.Execution run, Tensor t) {
    double[] values = new double[ROWS * t.shape().size()];
    run.read(t, values);
    return values;
  }

  private static double[] scaled(double[] values, double factor) {
    return java.util.Arrays.stream(values).map(v -> factor * v).toArray();
  }

  /** Rows of [3, channels]. */
  private static double[] turned(double[] values, Orthogonal turn, double factor) {
    double[] result = new double[values.length];
    for (int row = 0; row < ROWS; row++) {
      for (int c = 0; c < CHANNELS; c++) {
        for (int a = 0; a < 3; a++) {
          for (int b = 0; b < 3; b++) {
            result[(row * 3 + a) * CHANNELS + c] += factor * turn.get(a, b) * values[(row * 3 + b) * CHANNELS + c];
          }
        }
      }
    }
    return result;
  }
}
