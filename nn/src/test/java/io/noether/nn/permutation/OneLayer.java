package io.noether.nn.permutation;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Graph;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.PlannedProgram;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A single layer with values for its parameters, ready to be run on batches in double precision. */
final class OneLayer {
  final int from;
  final int to;
  final int in;
  final int out;
  final Graph graph = new Graph();
  final Tuples tuples;
  final Tensor input;
  final PermutationLinear layer;
  final Tensor output;
  final ParameterSet parameters;

  OneLayer(int from, int to, int in, int out, long seed) {
    this.from = from;
    this.to = to;
    this.in = in;
    this.out = out;
    tuples = new Tuples(graph, "t", Math.max(from, to));
    input = graph.input("x", tuples.space(from), in);
    layer = new PermutationLinear(tuples, "layer", from, to, in, out);
    output = layer.apply(input);
    parameters = new ParameterSet(graph.parameters(), seed, Map.of());
  }

  /** One input channel, and an output channel for each map that the layer is made of; no biases. */
  static OneLayer ofSeparateMaps(int from, int to) {
    int maps = SetPartitions.count(from + to);
    var one = new OneLayer(from, to, 1, maps, 0);
    Arrays.fill(one.parameters.values(), 0);
    for (int map = 0; map < maps; map++) {
      one.parameters.values()[map * maps + map] = 1; // the weights, [1, maps] each, come first
    }
    return one;
  }

  /** Random biases too, which start at zero. */
  OneLayer randomised(RandomGenerator random) {
    Arrays.setAll(parameters.values(), _ -> random.nextGaussian());
    return this;
  }

  double[] interpreted(TupleBatch batch, double[] x) {
    return run(Program.interpreted(List.of(output)), batch, x);
  }

  double[] planned(TupleBatch batch, double[] x) {
    return run(PlannedProgram.of(List.of(output), Precision.FLOAT64), batch, x);
  }

  double[] randomInput(TupleBatch batch, RandomGenerator random) {
    return random.doubles((long) batch.count(from) * in, -1, 1).toArray();
  }

  private double[] run(Program program, TupleBatch batch, double[] x) {
    Execution run = program.newExecution();
    tuples.bind(run, batch);
    parameters.bindTo(run);
    run.bind(input, x);
    run.run();
    int rows = batch.count(to);
    double[] y = new double[rows * out];
    run.read(output, y);
    return y;
  }
}
