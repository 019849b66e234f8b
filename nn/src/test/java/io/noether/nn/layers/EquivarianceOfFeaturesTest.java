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
    Tensor tensorInput = graph.input("t", rows, 5, CHANNELS);
    var pool = new ArrayList<>(List.of(Features.of(Irrep.VECTOR, input, "input"),
        Features.of(Irrep.SCALAR, scalarInput, "input"), Features.of(Irrep.TENSOR, tensorInput, "input")));
    while (pool.size() < 12) {
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
    double[] tensors = random.doubles(5 * ROWS * CHANNELS, -1, 1).toArray();
    Orthogonal turn = Orthogonal.random(random);

    var run = Program.interpreted(outputs).newExecution();
    run.resize(rows, ROWS);
    parameters.bindTo(run);
    run.bind(input, vectors);
    run.bind(scalarInput, scalars);
    run.bind(tensorInput, tensors);
    run.run();
    var before = outputs.stream().map(t -> read(run, t)).toList();
    run.bind(input, turned(Irrep.VECTOR, vectors, turn));
    run.bind(tensorInput, turned(Irrep.TENSOR, tensors, turn));
    run.run();
    for (int k = 0; k < pool.size(); k++) {
      Irrep irrep = pool.get(k).irrep();
      double[] expected = turned(irrep, before.get(k), turn);
      double[] actual = read(run, outputs.get(k));
      for (int n = 0; n < expected.length; n++) {
        assertEquals(expected[n], actual[n], 1e-10 * (1 + Math.abs(expected[n])), pool.get(k).toString());
      }
    }
  }

  private static Features step(Scope scope, Random random, List<Features> pool) {
    Features a = pool.get(random.nextInt(pool.size()));
    Features b = pool.get(random.nextInt(pool.size()));
    return switch (random.nextInt(11)) {
      case 0 -> a.plus(b);
      case 1 -> a.times(b);
      case 2 -> a.dot(b);
      case 3 -> a.cross(b);
      case 4 -> a.silu();
      case 5 -> a.norm(0.01);
      case 6 -> scope.linearWithoutBias("mix", a, CHANNELS);
      case 7 -> scope.linear("linear", a, CHANNELS);
      case 8, 9 -> anticommutator(random, pool);
      default -> scope.linearWithoutBias("joined", a.join(b), 2 * CHANNELS).split(2).getLast();
    };
  }

  /** A part of XY + YX, where the parts of both matrices are drawn from those of their types. */
  private static Features anticommutator(Random random, List<Features> pool) {
    CartesianTensor product = matrix(random, pool).anticommutator(matrix(random, pool));
    return List.of(product.scalar(), product.vector(), product.symmetric()).get(random.nextInt(3));
  }

  private static CartesianTensor matrix(Random random, List<Features> pool) {
    return new CartesianTensor(drawn(Irrep.SCALAR, random, pool), drawn(Irrep.VECTOR, random, pool),
        drawn(Irrep.TENSOR, random, pool));
  }

  private static Features drawn(Irrep irrep, Random random, List<Features> pool) {
    var fitting = pool.stream().filter(features -> features.irrep().equals(irrep)).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  private static double[] read(io.noether.autodiff.Execution run, Tensor t) {
    double[] values = new double[ROWS * t.shape().size()];
    run.read(t, values);
    return values;
  }

  /** Rows of [2l + 1, channels] as they are after the atoms were turned. */
  private static double[] turned(Irrep irrep, double[] values, Orthogonal turn) {
    boolean pseudo = irrep.parity() != (irrep.degree() % 2 == 0 ? 1 : -1);
    double factor = pseudo && turn.determinant() < 0 ? -1 : 1;
    int size = irrep.dimension();
    double[] result = new double[values.length];
    for (int row = 0; row < ROWS; row++) {
      for (int c = 0; c < CHANNELS; c++) {
        double[] components = new double[size];
        for (int a = 0; a < size; a++) {
          components[a] = values[(row * size + a) * CHANNELS + c];
        }
        double[] after = switch (irrep.degree()) {
          case 0 -> components;
          case 1 -> vector(components, turn);
          case 2 -> tensor(components, turn);
          default -> throw new IllegalArgumentException("no " + irrep + " here");
        };
        for (int a = 0; a < size; a++) {
          result[(row * size + a) * CHANNELS + c] = factor * after[a];
        }
      }
    }
    return result;
  }

  private static double[] vector(double[] x, Orthogonal turn) {
    double[] y = new double[3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        y[a] += turn.get(a, b) * x[b];
      }
    }
    return y;
  }

  /** Q S Qᵀ for the symmetric matrix S whose components along the basis of {@link Irrep#TENSOR} are given. */
  private static double[] tensor(double[] x, Orthogonal turn) {
    double xx = x[4] / Math.sqrt(2) - x[2] / Math.sqrt(6);
    double yy = -x[4] / Math.sqrt(2) - x[2] / Math.sqrt(6);
    double[][] s = {{xx, x[0] / Math.sqrt(2), x[3] / Math.sqrt(2)}, {x[0] / Math.sqrt(2), yy, x[1] / Math.sqrt(2)},
        {x[3] / Math.sqrt(2), x[1] / Math.sqrt(2), 2 * x[2] / Math.sqrt(6)}};
    double[][] q = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        q[a][b] = turn.get(a, b);
      }
    }
    double[][] m = Matrices.product(Matrices.product(q, s), Matrices.transposed(q));
    return new double[] {Math.sqrt(2) * m[0][1], Math.sqrt(2) * m[1][2],
        (2 * m[2][2] - m[0][0] - m[1][1]) / Math.sqrt(6),
        Math.sqrt(2) * m[0][2], (m[0][0] - m[1][1]) / Math.sqrt(2)};
  }
}
