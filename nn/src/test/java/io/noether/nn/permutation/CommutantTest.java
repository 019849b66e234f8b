package io.noether.nn.permutation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.numbers.combinatorics.Stirling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The layer has as many weights as there are independent linear maps from k-tuples to k'-tuples that commute with S_n,
 * counted in ways that know nothing of set partitions; and its maps span all of them.
 */
class CommutantTest {
  /** A square of a singular value below this, relative to the largest, is rounding. */
  private static final double NOISE = 1e-12;

  @ParameterizedTest
  @CsvSource({"0,0,1,1", "0,1,1,1", "1,0,1,1", "0,2,2,2", "0,3,5,5", "1,1,2,1", "1,2,5,2", "2,1,5,1", "2,2,15,2",
      "1,3,15,5", "2,3,52,5", "3,2,52,2", "3,3,203,5", "4,1,52,1", "4,0,15,1"})
  void countsOfWeightsAndBiases(int from, int to, int weights, int biases) {
    var one = new OneLayer(from, to, 3, 2, 1);
    assertEquals(weights, one.layer.weightsPerChannelPair());
    assertEquals(biases, one.layer.biasesPerChannel());
    assertEquals(weights * 3 * 2 + biases * 2, one.parameters.values().length);
  }

  /** Entries of a commuting matrix are equal along the orbits of S_n on [n]^(k+k') and free otherwise. */
  @ParameterizedTest
  @CsvSource({"1,1,2", "1,2,3", "2,1,3", "2,2,4", "2,3,5", "3,3,6", "4,1,5", "0,3,3"})
  void enoughNodes(int from, int to, int nodes) {
    int weights = SetPartitions.count(from + to);
    assertEquals(weights, orbits(nodes, from + to));
    assertEquals(weights, rankOfLayer(from, to, nodes));
    assertEquals(SetPartitions.count(to), orbits(nodes, to), "constant outputs, the biases");
  }

  /** With fewer than k + k' nodes the maps depend on each other: Σ_{j ≤ n} S(k+k', j) are left. */
  @ParameterizedTest
  @CsvSource({"1,1,1,1", "2,1,2,4", "2,2,1,1", "2,2,2,8", "2,2,3,14", "2,3,2,16", "2,3,4,51", "3,3,2,32", "3,3,4,187",
      "3,3,5,202", "4,1,3,41"})
  void fewNodes(int from, int to, int nodes, int dimension) {
    long blocks = LongStream.rangeClosed(0, nodes).filter(j -> j <= from + to)
        .map(j -> Stirling.stirlingS2(from + to, (int) j)).sum();
    assertEquals(dimension, blocks);
    assertEquals(dimension, orbits(nodes, from + to));
    assertEquals(dimension, rankOfLayer(from, to, nodes));
  }

  /** The dimension as linear algebra: unknowns minus the rank of P'L = LP for two permutations that generate S_n. */
  @ParameterizedTest
  @CsvSource({"1,1,2", "1,1,5", "1,2,3", "1,2,5", "2,1,3", "2,2,2", "2,2,3", "2,2,4", "2,3,2", "3,3,2", "4,1,3"})
  void nullSpaceOfTheConstraint(int from, int to, int nodes) {
    assertEquals(nullity(from, to, nodes), rankOfLayer(from, to, nodes));
  }

  private static int orbits(int nodes, int order) {
    int[] swap = Indices.relabelled(Permutations.swap(nodes), order);
    int[] cycle = Indices.relabelled(Permutations.cycle(nodes), order);
    int[] parent = new int[swap.length];
    Arrays.setAll(parent, r -> r);
    int orbits = parent.length;
    for (int row = 0; row < parent.length; row++) {
      for (int image : new int[] {swap[row], cycle[row]}) {
        int a = root(parent, row);
        int b = root(parent, image);
        parent[a] = b;
        orbits -= a == b ? 0 : 1;
      }
    }
    return orbits;
  }

  private static int root(int[] parent, int row) {
    int r = row;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  private static int nullity(int from, int to, int nodes) {
    int unknowns = Indices.power(nodes, from + to);
    int[][] equations = new int[2 * unknowns][unknowns];
    int e = 0;
    for (int[] generator : new int[][] {Permutations.swap(nodes), Permutations.cycle(nodes)}) {
      int[] images = Indices.relabelled(generator, from + to);
      for (int entry = 0; entry < unknowns; entry++) { // L at (σi, σj) is L at (i, j)
        equations[e][entry] += 1;
        equations[e++][images[entry]] -= 1;
      }
    }
    return unknowns - ExactRank.of(equations);
  }

  /** How many of the layer's maps are independent, judged by what they make of more random inputs than any map can mix. */
  private static int rankOfLayer(int from, int to, int nodes) {
    OneLayer maps = OneLayer.ofSeparateMaps(from, to);
    int graphs = Math.min(Indices.power(nodes, from), SetPartitions.count(from)) + 2;
    int[] sizes = new int[graphs];
    Arrays.fill(sizes, nodes);
    var batch = new DenseBatch(Math.max(from, to), sizes);
    double[] y = maps.interpreted(batch, maps.randomInput(batch, new Random(7)));
    double[][] outputs = new double[maps.out][y.length / maps.out];
    for (int k = 0; k < y.length; k++) {
      outputs[k % maps.out][k / maps.out] = y[k];
    }
    for (double[] map : outputs) {
      double norm = Math.sqrt(Arrays.stream(map).map(v -> v * v).sum());
      Arrays.setAll(map, k -> map[k] / norm);
    }
    var matrix = new Array2DRowRealMatrix(outputs, false);
    double[] squares = new EigenDecomposition(matrix.multiply(matrix.transpose())).getRealEigenvalues();
    double largest = Arrays.stream(squares).max().orElseThrow();
    return (int) Arrays.stream(squares).filter(s -> s > NOISE * largest).count();
  }
}
