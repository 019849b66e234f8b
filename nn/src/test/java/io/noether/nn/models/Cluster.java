package io.noether.nn.models;

import io.noether.autodiff.Execution;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A few atoms and every pair of them within a cutoff, made without the library's own neighbour list. */
record Cluster(int[] species, double[][] positions, double cutoff) {
  record Edge(int receiver, int sender, double[] vector) {
    double length() {
      return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
    }
  }

  static Cluster random(RandomGenerator random, int atoms, int kinds, double side, double cutoff) {
    var positions = new ArrayList<double[]>();
    while (positions.size() < atoms) {
      double[] p = {side * random.nextDouble(), side * random.nextDouble(), side * random.nextDouble()};
      if (positions.stream().allMatch(q -> Math.hypot(Math.hypot(p[0] - q[0], p[1] - q[1]), p[2] - q[2]) > 0.7)) {
        positions.add(p);
      }
    }
    return new Cluster(random.ints(atoms, 0, kinds).toArray(), positions.toArray(double[][]::new), cutoff);
  }

  Cluster moved(int atom, int axis, double by) {
    double[][] changed = new double[positions.length][];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = positions[i].clone();
    }
    changed[atom][axis] += by;
    return new Cluster(species, changed, cutoff);
  }

  /** Positions p become (1 + strain) p. */
  Cluster strained(double[][] strain) {
    double[][] changed = new double[positions.length][3];
    for (int i = 0; i < changed.length; i++) {
      for (int a = 0; a < 3; a++) {
        changed[i][a] = positions[i][a];
        for (int b = 0; b < 3; b++) {
          changed[i][a] += strain[a][b] * positions[i][b];
        }
      }
    }
    return new Cluster(species, changed, cutoff);
  }

  List<Edge> edges() {
    var edges = new ArrayList<Edge>();
    for (int i = 0; i < positions.length; i++) {
      for (int j = 0; j < positions.length; j++) {
        double[] v = {positions[j][0] - positions[i][0], positions[j][1] - positions[i][1],
            positions[j][2] - positions[i][2]};
        var edge = new Edge(i, j, v);
        if (i != j && edge.length() < cutoff) {
          edges.add(edge);
        }
      }
    }
    return edges;
  }

  /** Runs a model's output with the reference interpreter. */
  double[] evaluate(EnergyModel model, ParameterSet parameters, Tensor output, int length) {
    Execution run = Program.interpreted(List.of(output)).newExecution();
    var edges = edges();
    run.resize(AtomicGraph.ELEMENTS, model.spec().elements().size());
    run.resize(AtomicGraph.STRUCTURES, 1);
    run.resize(AtomicGraph.ATOMS, species.length);
    run.resize(AtomicGraph.EDGES, edges.size());
    run.bind(AtomicGraph.RECEIVER, edges.stream().mapToInt(Edge::receiver).toArray());
    run.bind(AtomicGraph.SENDER, edges.stream().mapToInt(Edge::sender).toArray());
    run.bind(AtomicGraph.STRUCTURE_OF, new int[species.length]);
    run.bind(AtomicGraph.SPECIES_OF, species);
    run.bind(model.batch().edgeVector(),
        edges.stream().flatMapToDouble(e -> java.util.Arrays.stream(e.vector())).toArray());
    parameters.bindTo(run);
    run.run();
    double[] values = new double[length];
    run.read(output, values);
    return values;
  }

  /** Parameters by name; the zero biases are made random so that a test sees them. */
  static Map<String, double[]> randomised(ParameterSet parameters, RandomGenerator random) {
    var byName = new HashMap<String, double[]>();
    for (Tensor p : parameters.tensors()) {
      int from = parameters.offset(p);
      for (int k = from; k < from + parameters.length(p); k++) {
        parameters.values()[k] += p.name().endsWith("bias") ? 0.3 * random.nextGaussian() : 0;
      }
      byName.put(p.name(), java.util.Arrays.copyOfRange(parameters.values(), from, from + parameters.length(p)));
    }
    return byName;
  }
}
