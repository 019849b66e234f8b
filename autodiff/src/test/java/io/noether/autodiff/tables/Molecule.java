package io.noether.autodiff.tables;

import io.noether.autodiff.Execution;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Numbers for a {@link RadialGraph}: edges of given lengths in random directions between random atoms.
 *
 * @param lengths of the edges
 * @param vectors edges × [3]
 */
record Molecule(double[] lengths, double[] vectors, int[] receivers, int[] senders) {
  static final int ATOMS = 5;
  private static final int KINDS = 3;

  static Molecule of(double[] lengths, SplittableRandom random) {
    double[] vectors = new double[3 * lengths.length];
    for (int e = 0; e < lengths.length; e++) {
      double[] v = {random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(0.1, 1)};
      double norm = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
      for (int axis = 0; axis < 3; axis++) {
        vectors[3 * e + axis] = v[axis] * lengths[e] / norm;
      }
    }
    int[] receivers = random.ints(lengths.length, 0, ATOMS).sorted().toArray();
    return new Molecule(lengths, vectors, receivers, random.ints(lengths.length, 0, ATOMS).toArray());
  }

  /** Lengths from {@code from} to {@code to}, both ends included, the others at random. */
  static double[] lengths(double from, double to, int count, SplittableRandom random) {
    double[] lengths = random.doubles(count, from, to).toArray();
    lengths[0] = from;
    lengths[1] = to;
    lengths[2] = Math.nextDown(to);
    lengths[3] = Math.nextUp(from);
    return lengths;
  }

  /** The same edges with other vectors. */
  Molecule with(double[] otherVectors) {
    double[] others = new double[lengths.length];
    Arrays.setAll(others, e -> Math.sqrt(otherVectors[3 * e] * otherVectors[3 * e]
        + otherVectors[3 * e + 1] * otherVectors[3 * e + 1] + otherVectors[3 * e + 2] * otherVectors[3 * e + 2]));
    return new Molecule(others, otherVectors, receivers, senders);
  }

  static ParameterSet parameters(RadialGraph graph, long seed) {
    return new ParameterSet(graph.g.parameters(), seed, Map.of(RadialGraph.KINDS, KINDS));
  }

  void bindTo(Execution execution, RadialGraph graph, ParameterSet parameters) {
    execution.resize(RadialGraph.KINDS, KINDS);
    execution.resize(RadialGraph.ATOMS, ATOMS);
    execution.resize(RadialGraph.EDGES, lengths.length);
    execution.bind(RadialGraph.RECEIVER, receivers);
    execution.bind(RadialGraph.SENDER, senders);
    execution.bind(RadialGraph.KIND, new int[] {0, 1, 2, 1, 0});
    execution.bind(graph.vector, vectors);
    parameters.bindTo(execution);
  }

  void bindTo(Execution execution, RadialGraph graph, ParameterSet parameters, Tabulation tabulation, Tables tables) {
    bindTo(execution, graph, parameters);
    int[] intervals = new int[lengths.length];
    tables.locate(lengths, 0, lengths.length, intervals);
    tables.bindTo(execution);
    execution.bind(tabulation.interval(), intervals);
  }

  double[] read(Execution execution, Tensor t) {
    int rows = t.space().equals(RadialGraph.EDGES) ? lengths.length
        : t.space().equals(RadialGraph.ATOMS) ? ATOMS : 1;
    double[] numbers = new double[rows * t.shape().size()];
    execution.read(t, numbers);
    return numbers;
  }
}
