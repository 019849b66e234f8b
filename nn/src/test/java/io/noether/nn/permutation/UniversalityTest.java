package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any linear map that commutes with S_4 is the layer with some weights; one that does not commute is not. */
class UniversalityTest {
  private static final int NODES = 4;

  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "2,1", "2,2", "2,3", "3,2", "0,2", "2,0"})
  void averagedRandomMapsAreReproduced(int from, int to) {
    var random = new Random(11);
    int columns = Indices.power(NODES, from);
    double[][] map = new double[Indices.power(NODES, to)][columns];
    for (double[] row : map) {
      Arrays.setAll(row, _ -> random.nextGaussian());
    }
    assertTrue(distance(from, to, averaged(map, from, to)) < 1e-12, "the average over S_4");
    assertTrue(distance(from, to, map) > 0.1 || from + to < 2, "a map that does not commute");
  }

  /** What the layer with the best weights makes of random fields, against the map itself; relative. */
  private static double distance(int from, int to, double[][] map) {
    OneLayer maps = OneLayer.ofSeparateMaps(from, to);
    int columns = map[0].length;
    int[] sizes = new int[columns];
    Arrays.fill(sizes, NODES);
    var units = new DenseBatch(Math.max(from, to), sizes); // graph c holds the c-th unit field: outputs are columns
    double[] identity = new double[columns * columns];
    for (int c = 0; c < columns; c++) {
      identity[c * columns + c] = 1;
    }
    double[] basis = maps.interpreted(units, identity);
    double[][] equations = new double[map.length * columns][];
    double[] wanted = new double[equations.length];
    for (int e = 0; e < equations.length; e++) {
      equations[e] = Arrays.copyOfRange(basis, e * maps.out, (e + 1) * maps.out);
      wanted[e] = map[e % map.length][e / map.length];
    }
    double[] weights = new SingularValueDecomposition(new Array2DRowRealMatrix(equations, false)).getSolver()
        .solve(new ArrayRealVector(wanted, false)).toArray();

    var layer = new OneLayer(from, to, 1, 1, 0);
    Arrays.fill(layer.parameters.values(), 0);
    System.arraycopy(weights, 0, layer.parameters.values(), 0, weights.length);
    var batch = new DenseBatch(Math.max(from, to), NODES);
    double[] x = layer.randomInput(batch, new Random(12));
    double[] y = layer.interpreted(batch, x);
    double error = 0;
    double scale = 0;
    for (int r = 0; r < map.length; r++) {
      double expected = 0;
      for (int c = 0; c < columns; c++) {
        expected += map[r][c] * x[c];
      }
      error = Math.max(error, Math.abs(expected - y[r]));
      scale = Math.max(scale, Math.abs(expected));
    }
    return error / scale;
  }

  private static double[][] averaged(double[][] map, int from, int to) {
    double[][] mean = new double[map.length][map[0].length];
    var group = Permutations.all(NODES);
    for (int[] permutation : group) {
      int[] rows = Indices.relabelled(permutation, to);
      int[] columns = Indices.relabelled(permutation, from);
      for (int r = 0; r < map.length; r++) {
        for (int c = 0; c < map[r].length; c++) {
          mean[r][c] += map[rows[r]][columns[c]] / group.size();
        }
      }
    }
    return mean;
  }
}
